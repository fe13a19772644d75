import type { Runtime } from "../../effects.ts";
import { finishLinear, LINEAR_INPUT, type LinearDraft } from "../../onnx/field/linear_graph.ts";
import { encodeGraph } from "../../onnx/write/encode.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";

/** What a graph of answers is run for. */
export interface WantedPictures {
  /** The outputs that give the pictures. */
  readonly outputs: readonly string[];
  /** How many channels the photo has. */
  readonly channels: number;
}

/**
 * Runs a graph of answers for each channel of the photo, and puts together the pictures of each
 * output: [kernels, channels of the photo, height, width].
 */
export async function runChannels(
  draft: LinearDraft,
  { outputs, channels }: WantedPictures,
  runtime: Runtime,
): Promise<ReadonlyMap<string, Tensor>> {
  const pictures = new Map<string, Tensor>();
  if (outputs.length === 0) return pictures;
  const bytes = encodeGraph(finishLinear(draft, outputs));
  const session = await runtime.open({ bytes, externalData: [], inputs: [], outputs });
  try {
    for (let c = 0; c < channels; c++) {
      const seed = { data: new Float32Array(channels), dims: [1, channels, 1, 1] };
      seed.data[c] = 1;
      const answers = await session.run(new Map([...draft.weights, [LINEAR_INPUT, seed]]));
      for (const [name, answer] of answers) {
        const picture = pictures.get(name) ?? emptyPictures(answer, channels);
        pictures.set(name, picture);
        setChannel(picture, sliceAt(answer, 0), c);
      }
    }
  } finally {
    await session.close();
  }
  return pictures;
}

function emptyPictures(
  { data, dims: [, kernels = 0, ...space] }: Tensor,
  channels: number,
): Tensor {
  return { data: new Float32Array(channels * data.length), dims: [kernels, channels, ...space] };
}

function setChannel(
  { data, dims: [kernels = 0, channels = 0] }: Tensor,
  answer: Tensor,
  channel: number,
): void {
  const size = answer.data.length / kernels;
  for (let k = 0; k < kernels; k++) {
    data.set(sliceAt(answer, k).data, (k * channels + channel) * size);
  }
}
