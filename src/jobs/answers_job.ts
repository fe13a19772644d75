import type { Job, Tools } from "../effects.ts";
import { LINEAR_INPUT } from "../onnx/linear/linear_graph.ts";
import type { Submodel } from "../onnx/write/cut.ts";
import { countElements, sliceAt, type Tensor } from "../tensor/tensor.ts";

/** A graph that gives pictures of how tensors answer to one channel of a photo; the job takes it. */
export interface AnswersInput {
  readonly model: Submodel;
  /** The weights that it is fed with. */
  readonly weights: readonly { readonly name: string; readonly tensor: Tensor }[];
  /** How many channels the photo has. */
  readonly channels: number;
  /** What its outputs show. */
  readonly pictures: readonly DrawnAnswer[];
}

/** A picture of the answers of a tensor. */
export interface DrawnAnswer {
  /** How many channels the tensor has. */
  readonly kernels: number;
  /** The height and width of the picture. */
  readonly size: readonly number[];
}

/**
 * Draws pictures of answers, [channels of the tensor, channels of the photo, height, width] each:
 * their graph runs once for each channel of the photo.
 */
export const answersJob: Job<AnswersInput, readonly Tensor[]> = {
  name: "answers",
  work: drawAnswers,
  takesInput: true,
};

async function drawAnswers(
  { model, weights, channels, pictures }: AnswersInput,
  { runtime }: Tools,
): Promise<Tensor[]> {
  const drawn = pictures.map((picture) => emptyPictures(picture, channels));
  const session = await runtime.open(model);
  try {
    const held = weights.map(({ name, tensor }) => [name, tensor] as const);
    for (let c = 0; c < channels; c++) {
      const seed = { data: new Float32Array(channels), dims: [1, channels, 1, 1] };
      seed.data[c] = 1;
      const answers = await session.run(new Map([...held, [LINEAR_INPUT, seed]]));
      drawn.forEach((picture, i) => {
        setChannel(picture, sliceAt(answers.get(model.outputs[i]!)!, 0), c);
      });
    }
  } finally {
    await session.close();
  }
  return drawn;
}

function emptyPictures({ kernels, size }: DrawnAnswer, channels: number): Tensor {
  const dims = [kernels, channels, ...size];
  return { data: new Float32Array(countElements(dims)), dims };
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
