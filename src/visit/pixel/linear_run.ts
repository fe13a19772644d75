import type { Runtime } from "../../effects.ts";
import type { LinearAnswer } from "../../onnx/linear/linear_answer.ts";
import { type AnswerPicture, LINEAR_INPUT, planAnswers } from "../../onnx/linear/linear_graph.ts";
import { encodeGraphModel } from "../../onnx/write/graph_model.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";

/**
 * Draws pictures of answers, [channels of the tensor, channels of the photo, height, width] each:
 * their graph runs once for each channel of the photo.
 */
export async function drawAnswers(
  pictures: readonly AnswerPicture[],
  channels: number,
  runtime: Runtime,
): Promise<readonly Tensor[]> {
  if (pictures.length === 0) return [];
  const { graph, weights } = planAnswers(pictures);
  const { outputs } = graph;
  const drawn = pictures.map(({ answer, drawn }) => emptyPictures(answer, channels, drawn));
  const session = await runtime.open(encodeGraphModel(graph));
  try {
    for (let c = 0; c < channels; c++) {
      const seed = { data: new Float32Array(channels), dims: [1, channels, 1, 1] };
      seed.data[c] = 1;
      const answers = await session.run(new Map([...weights, [LINEAR_INPUT, seed]]));
      drawn.forEach((picture, i) => {
        setChannel(picture, sliceAt(answers.get(outputs[i]!)!, 0), c);
      });
    }
  } finally {
    await session.close();
  }
  return drawn;
}

function emptyPictures(
  { channels: kernels }: LinearAnswer,
  channels: number,
  size: readonly number[],
): Tensor {
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
