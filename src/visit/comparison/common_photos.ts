import type { StagePair } from "../../plan/comparison_plan.ts";
import type { MapsFinding } from "../../report/finding.ts";
import { countTensorBytes, type Tensor } from "../../tensor/tensor.ts";
import type { Twins } from "./side.ts";

/** The maps of two layers on a photo, which are out of memory until they are read. */
export interface CommonPhoto {
  /** Its id. */
  readonly photo: string;
  readonly a: KeptMaps;
  readonly b: KeptMaps;
}

/** The maps of a layer, [channels, …space]. */
interface KeptMaps {
  readonly dims: readonly number[];
  readonly read: () => Float32Array;
}

/** Lists the photos on which maps of both layers were kept. */
export function listCommon({ a, b }: Pick<Twins, "a" | "b">, stages: StagePair): CommonPhoto[] {
  const others = new Map(b.finding.maps.map((maps) => [maps.photo, maps]));
  return a.finding.maps.flatMap((maps) => {
    const other = others.get(maps.photo);
    if (other === undefined || maps.samples.of !== other.samples.of) return [];
    const [one, two] = [findKept(maps, stages.a), findKept(other, stages.b)];
    return one && two ? [{ photo: maps.photo, a: one, b: two }] : [];
  });
}

function findKept({ dims, kept }: MapsFinding, stage: keyof MapsFinding["kept"]): KeptMaps | null {
  const read = kept[stage];
  return read === undefined ? null : { dims, read };
}

/** Reads the maps of two layers on a photo. */
export function readCommon({ a, b }: CommonPhoto): { readonly a: Tensor; readonly b: Tensor } {
  return { a: { data: a.read(), dims: a.dims }, b: { data: b.read(), dims: b.dims } };
}

/** Counts the bytes of what two layers have on a photo, at most. */
export function countCommonBytes({ a, b }: Twins): number {
  const bytes = [a, b].map(({ finding }) =>
    Math.max(0, ...finding.maps.map(({ dims }) => countTensorBytes(dims)))
  );
  return bytes[0]! + bytes[1]!;
}
