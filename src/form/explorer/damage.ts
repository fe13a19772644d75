import type { PlannedLayer } from "../../plan/plan.ts";
import type { LayerFinding, MapsFinding } from "../../report/finding.ts";
import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { MadeReport } from "../form.ts";

/**
 * Measures how far the maps of the layers of model `i` are from those of the report's first model: 1
 * less the mean cosine of map k of the one and map k of the other, over all k and photos. Null where
 * that has no such layer, of the same name and size.
 */
export function measureDamage(
  { plan: { models }, findings }: MadeReport,
  i: number,
): (number | null)[] {
  const twins = new Map(models[0]!.layers.map((layer, j) => [layer.id, j]));
  return models[i]!.layers.map((layer, j) => {
    const twin = twins.get(layer.id);
    if (i === 0 || twin === undefined || !isAlike(layer, models[0]!.layers[twin]!)) return null;
    return compareLayers(findings[0]!.layers[twin]!, findings[i]!.layers[j]!);
  });
}

function isAlike({ conv: a }: PlannedLayer, { conv: b }: PlannedLayer): boolean {
  const sizeOf = ({ shape }: typeof a): string =>
    JSON.stringify(shape && [shape.outChannels, shape.inChannels, shape.group, shape.kernelShape]);
  return sizeOf(a) === sizeOf(b);
}

function compareLayers(first: LayerFinding, own: LayerFinding): number | null {
  let [sum, count] = [0, 0];
  for (const maps of own.maps) {
    const [a, b] = [findKept(first.maps, maps.photo), readKept(maps)];
    if (a === null || b === null || String(a.dims) !== String(b.dims)) continue;
    for (let k = 0; k < a.dims[0]!; k++) {
      const cosine = findCosine(sliceAt(a, k).data, sliceAt(b, k).data);
      if (cosine === null) continue;
      sum += cosine;
      count++;
    }
  }
  return count === 0 ? null : 1 - sum / count;
}

function findKept(maps: readonly MapsFinding[], photo: string): Tensor | null {
  const same = maps.find((each) => each.photo === photo);
  return same === undefined ? null : readKept(same);
}

function readKept({ kept, dims }: MapsFinding): Tensor | null {
  return kept && { data: kept(), dims };
}

// Null where one is zero, or not finite.
function findCosine(a: Float32Array, b: Float32Array): number | null {
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    squaresA += a[i]! * a[i]!;
    squaresB += b[i]! * b[i]!;
  }
  const cosine = product / Math.sqrt(squaresA * squaresB);
  return Number.isFinite(cosine) ? cosine : null;
}
