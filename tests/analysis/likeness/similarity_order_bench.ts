import { compareKernels } from "../../../src/analysis/likeness/cosines.ts";
import { orderBySimilarity } from "../../../src/analysis/likeness/similarity_order.ts";
import { sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

// A layer in the middle of ResNet-50.
const kernels = randomTensor(createRandom(1), [512, 256, 3, 3], -1, 1);
const group = "512 kernels of 256 x 3 x 3";
const cosines = compareKernels(kernels);

Deno.bench({ name: "products one by one", group, baseline: true, n: 3, warmup: 1 }, () => {
  multiplyNaively(kernels);
});

Deno.bench({ name: "compareKernels()", group, n: 5, warmup: 1 }, () => {
  compareKernels(kernels);
});

Deno.bench(
  { name: "orderBySimilarity(), of cosines that are known", group, n: 5, warmup: 1 },
  () => {
    orderBySimilarity(kernels, { cosines });
  },
);

function multiplyNaively(kernels: Tensor): Float32Array {
  const [count = 0] = kernels.dims;
  const rows = Array.from({ length: count }, (_, k) => sliceAt(kernels, k).data);
  return Float32Array.from({ length: count * count }, (_, i) => {
    const [a, b] = [rows[Math.floor(i / count)]!, rows[i % count]!];
    let sum = 0;
    for (let n = 0; n < a.length; n++) sum += a[n]! * b[n]!;
    return sum;
  });
}
