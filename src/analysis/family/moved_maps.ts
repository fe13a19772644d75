import type { Tensor } from "../../tensor/tensor.ts";
import { createRandom } from "../rule/random.ts";

/**
 * Moves every map by itself: each row is turned round its end by some cells, and every other one, by
 * chance, back to front. What lies beside each other in a map still does, hardly anywhere across its
 * edges, but no two maps lie as they did: what they have in common then, they have by chance.
 *
 * @param maps A row a map, [kernels, cells].
 */
export function moveMaps({ data, dims }: Tensor): Tensor {
  const [count = 0, cells = 0] = dims;
  const random = createRandom(1);
  const moved = new Float32Array(data.length);
  for (let k = 0; k < count; k++) {
    const row = data.subarray(k * cells, (k + 1) * cells);
    const own = moved.subarray(k * cells, (k + 1) * cells);
    const by = Math.floor(random() * cells);
    own.set(row.subarray(by));
    own.set(row.subarray(0, by), cells - by);
    if (random() < 0.5) own.reverse();
  }
  return { data: moved, dims };
}
