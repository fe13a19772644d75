import { freeBytes } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { TappedLayer } from "./loaded_model.ts";

/** What a network was fed and what was captured of it on one photo, by name. */
export interface Captured {
  readonly fed: ReadonlyMap<string, Tensor>;
  readonly outputs: ReadonlyMap<string, Tensor>;
}

/** What is captured, as far as it is still needed. */
export interface HeldTensors {
  /** The layers of which maps are captured. */
  readonly layers: readonly TappedLayer[];
  /** Tells how many bytes a layer takes. */
  sizeOf(layer: TappedLayer): number;
  /** Gives what is captured for a layer. */
  take<Taken>(layer: TappedLayer, read: (captured: Captured) => Taken): Taken;
  /** Gives back the memory of what is captured for a layer, but for what others need that are not done. */
  release(layer: TappedLayer): void;
}

/** Holds what layers need of a photo until the last of them releases it. */
export function holdCaptured(
  { fed, outputs }: Captured,
  tapped: readonly TappedLayer[],
): HeldTensors {
  const left = new Map(outputs);
  const layers = tapped.filter(({ output }) => left.has(output)); // `outputs` would live as long as `left`
  const readers = new Map<string, number>();
  for (const name of layers.flatMap(listOutputs)) readers.set(name, (readers.get(name) ?? 0) + 1);
  return {
    layers,
    sizeOf: (layer) => {
      const names = new Set(listOutputs(layer));
      return names.values().reduce((sum, name) => sum + (left.get(name)?.data.byteLength ?? 0), 0);
    },
    take: (_, read) => read({ fed, outputs: left }),
    release: (layer) => {
      for (const name of listOutputs(layer)) {
        const others = readers.get(name)! - 1;
        readers.set(name, others);
        if (others > 0 || !left.has(name)) continue;
        freeBytes(left.get(name)!.data);
        left.delete(name);
      }
    },
  };
}

function listOutputs({ output, after, input, reads }: TappedLayer): string[] {
  const read = reads !== null && "output" in reads ? reads.output : null;
  return [output, after, input, read].filter((name) => name !== null);
}
