import { countElements } from "../../src/tensor/tensor.ts";
import { type LargeTensor, writeModelFile } from "../../tests/support/model/model_file.ts";
import { createRandom } from "../../tests/support/random.ts";
import { alexnet } from "./alexnet.ts";
import type { Architecture } from "./architecture.ts";
import { mobilenetV2 } from "./mobilenet.ts";
import { createNetwork, PHOTO, type Weight } from "./network.ts";
import { resnet18, resnet50 } from "./resnet.ts";
import { vgg16 } from "./vgg.ts";

/** The networks of torchvision that are measured. */
export const ARCHITECTURES = { alexnet, resnet18, vgg16, resnet50, mobilenetV2 } as const;

/** The name of one of them. */
export type ModelName = keyof typeof ARCHITECTURES;

// A prime: no kernel meets the same numbers twice, and a hundred million are drawn at once.
const POOL = 1_048_583;

/** Writes a network with seeded weights, with its classifier or without. */
export async function writeSeededModel(
  path: string,
  name: ModelName,
  { classifier }: { readonly classifier: boolean },
): Promise<void> {
  const architecture: Architecture = ARCHITECTURES[name];
  const net = createNetwork();
  architecture.addFeatures(net);
  if (classifier) architecture.addClassifier(net);
  const graph = {
    nodes: net.nodes,
    inputs: { photo: [1, PHOTO.channels, PHOTO.height, PHOTO.width] },
    initializers: { zero: scalar(0), six: scalar(6) },
  };
  await writeModelFile(path, graph, drawWeights(net.weights));
}

function scalar(value: number): { data: Float32Array; dims: readonly number[] } {
  return { data: Float32Array.of(value), dims: [] };
}

function drawWeights(weights: readonly Weight[]): LargeTensor[] {
  const pool = drawNormals(POOL);
  let from = 0;
  return weights.map(({ name, dims, deviation }) => {
    const [start, count] = [from, countElements(dims)];
    from = (from + count) % POOL;
    const parts = function* (): Generator<Float32Array<ArrayBuffer>> {
      for (let done = 0, at = start; done < count; at = 0) {
        const part = pool.subarray(at, at + count - done).map((number) => deviation * number);
        yield part;
        done += part.length;
      }
    };
    return { name, dims, parts };
  });
}

// After Box and Muller.
function drawNormals(count: number): Float32Array<ArrayBuffer> {
  const random = createRandom(1);
  const [radii, angles] = [random.floats(count), random.floats(count)];
  return radii.map((u, i) => Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * angles[i]!));
}
