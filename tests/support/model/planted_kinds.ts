import type { OddityKind } from "../../../src/config/oddity_kind.ts";
import { PLANES, PLANTED_WIDTH, type PlantedLayer, type PlantedWeights } from "./planted_model.ts";

/** A network with one oddity. */
export interface PlantedKind {
  /** Its layers; spoilt, so that the last is not odd any more. */
  readonly layers: (spoilt: boolean) => readonly PlantedLayer[];
  /** What is found: the layer, the kernel, what it is like, and how many are so. */
  readonly found: readonly [layer: string, kernel: number, other: number | null, count: number];
}

const PLAIN: PlantedLayer = { name: "plain" };
const LUMA = [0.299, 0.587, 0.114] as const;
const BLUR = [1, 2, 1, 2, 4, 2, 1, 2, 1] as const;
const EDGE = [1, 0, -1, 2, 0, -2, 1, 0, -1] as const;
const MIDDLE = 4;

type Plant = (planted: PlantedWeights, spoilt: boolean) => void;

/** The networks in which each kind is planted; damage has two, and what is rare needs a dataset. */
export const PLANTED_KINDS: Readonly<
  Record<Exclude<OddityKind, "damage" | "rarely-on">, PlantedKind>
> = {
  "not-finite": planted([4, null, 1], ({ weights, size }, spoilt) => {
    weights[4 * size + 7] = spoilt ? 0.1 : NaN;
  }),
  "equal-maps": planted([4, 9, 2], ({ weights, bias, size }, spoilt) => {
    for (let i = 0; i < size; i++) {
      weights[9 * size + i] = weights[4 * size + (i + size / 2) % size]!;
    }
    bias[9] = bias[4]! + (spoilt ? 0.001 : 0);
  }, { beside: "maps" }),
  mergeable: planted([2, 5, 2], ({ weights, bias, size }, spoilt) => {
    for (let i = 0; i < size; i++) weights[5 * size + i] = 2 * weights[2 * size + i]!;
    bias[5] = (spoilt ? 3 : 2) * bias[2]!;
  }, { side: 1 }),
  "same-on-all": planted([6, null, 1], ({ write, weights, size }, spoilt) => {
    write(6, (input) => input === PLANES.right || input === PLANES.down ? 0.2 : 0);
    if (spoilt) weights[6 * size] = 0.2;
  }, { beside: "planes" }),
  "copies-input": planted([7, 11, 1], ({ write }, spoilt) => {
    write(7, (input, cell) => {
      if (cell !== MIDDLE) return 0;
      return input === 11 ? 1.5 : spoilt && input === 12 ? 1 : 0;
    });
  }),
  "never-on": planted([3, null, 1], ({ bias }, spoilt) => {
    bias[3] = spoilt ? -1 : -1000;
  }),
  "zero-kernel": planted([3, null, 1], ({ weights, size }, spoilt) => {
    scaleKernel(weights, { k: 3, size }, spoilt ? 0.1 : 1e-6);
  }),
  constant: planted([6, null, 1], ({ write }, spoilt) => {
    write(6, (input) => input === PLANES.ones || spoilt && input < 2 ? 0.2 : 0);
  }, { beside: "planes" }),
  "one-blur": planted([0, 1, PLANTED_WIDTH], plantFilter(BLUR), { group: PLANTED_WIDTH }),
  "one-filter": planted([0, 1, PLANTED_WIDTH], plantFilter(EDGE), { group: PLANTED_WIDTH }),
  "colour-lost": {
    found: ["odd", 0, null, PLANTED_WIDTH],
    layers: (spoilt) => [seeing("first", 6), reading("odd", (_, input) => spoilt || input < 6)],
  },
  outlier: planted([3, 7, 1], ({ weights, bias, size }, spoilt) => {
    scaleKernel(weights, { k: 3, size }, spoilt ? 1.5 : 30);
    bias[3] = 0;
  }),
  "still-photo": {
    found: ["odd", 0, null, 1],
    layers: (spoilt) => [
      { name: "first", plant: seeLight },
      { name: "second", side: 1, plant: (each) => passLight(each, 2) },
      { name: "third", side: 1, plant: (each) => passLight(each, 2) },
      { name: "odd", side: 1, plant: (each) => passLight(each, spoilt ? 0 : 1) },
    ],
  },
  border: planted([1, null, 12], ({ weights, bias, size }, spoilt) => {
    for (let i = 0; i < (spoilt ? 2 : 12) * size; i++) weights[i] = -Math.abs(weights[i]!);
    bias.fill(3, 0, 12);
  }, { pad: 1 }),
  "always-on": planted([3, null, 1], ({ weights, bias, size }, spoilt) => {
    scaleKernel(weights, { k: 3, size }, 0.3);
    bias.fill(-0.2);
    bias[3] = spoilt ? 0 : 1;
  }),
  "needs-colour": {
    found: ["odd", 5, null, 1],
    layers: (spoilt) => [
      seeing("first", 14),
      reading("odd", (k, input) => k === 5 ? spoilt || input >= 14 : input < 14),
    ],
  },
};

/** A network with some of them, a layer each that is named after it. */
export function joinPlanted(kinds: readonly (keyof typeof PLANTED_KINDS)[]): PlantedLayer[] {
  return [PLAIN, ...kinds.map((name) => ({ ...PLANTED_KINDS[name].layers(false).at(-1)!, name }))];
}

function planted(
  found: readonly [kernel: number, other: number | null, count: number],
  plant: Plant,
  form: Partial<PlantedLayer> = {},
): PlantedKind {
  return {
    found: ["odd", ...found],
    layers: (spoilt) => [PLAIN, { name: "odd", ...form, plant: (each) => plant(each, spoilt) }],
  };
}

// Spoilt, most kernels are others.
function plantFilter(filter: readonly number[]): Plant {
  return ({ write, bias }, spoilt) => {
    for (let k = spoilt ? 9 : 0; k < PLANTED_WIDTH; k++) write(k, (_, cell) => filter[cell]! / 16);
    bias.fill(0);
  };
}

function scaleKernel(
  weights: Float32Array,
  { k, size }: { readonly k: number; readonly size: number },
  factor: number,
): void {
  for (let i = k * size; i < (k + 1) * size; i++) weights[i]! *= factor;
}

// A first layer of which so many kernels see how light a photo is, and the others what colour.
function seeing(name: string, light: number): PlantedLayer {
  return {
    name,
    plant: ({ weights, size }) => {
      for (let k = 0; k < PLANTED_WIDTH; k++) {
        for (let cell = 0; cell < 9; cell++) {
          const at = k * size + cell;
          const weight = weights[at]!;
          [0, 1, 2].forEach((input) =>
            weights[at + 9 * input] = k < light
              ? weight * LUMA[input]!
              : weight * [1, -1, 0][input]!
          );
        }
      }
    },
  };
}

// A layer whose kernels read some inputs.
function reading(name: string, reads: (k: number, input: number) => boolean): PlantedLayer {
  return {
    name,
    plant: ({ weights, size }) => {
      weights.forEach((_, i) => {
        const [k, input] = [Math.floor(i / size), Math.floor(i % size / 9)];
        if (!reads(k, input)) weights[i] = 0;
      });
    },
  };
}

// Two kernels see how light a photo is, so that none that passes it on has one input; the others
// answer nothing where it is even.
function seeLight({ weights, write, bias }: PlantedWeights): void {
  for (let at = 0; at < weights.length; at += 9) balance(weights.subarray(at, at + 9));
  write(0, (input) => LUMA[input]! / 9);
  write(1, (input, cell) => LUMA[input]! * BLUR[cell]! / 16);
  bias.fill(0.5, 0, 2);
}

// So many kernels pass on what these two see; the others read the rest.
function passLight({ weights, size, write, bias }: PlantedWeights, passing: number): void {
  for (let k = 0; k < PLANTED_WIDTH; k++) {
    weights.fill(0, k * size, k * size + 2);
    balance(weights.subarray(k * size + 2, (k + 1) * size));
    if (k < passing) write(k, (input) => [[0.7, 0.3], [0.3, 0.7]][k]![input] ?? 0);
  }
  bias.fill(0.3);
}

// Weights that add up to 0.
function balance(weights: Float32Array): void {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  weights.forEach((weight, i) => weights[i] = weight - mean);
}
