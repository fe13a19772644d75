import type { MeasureMeanings } from "../../src/words/measure_section.ts";
import {
  add,
  cloud,
  edge,
  flat,
  hue,
  line,
  move,
  multiply,
  noise,
  ringed,
  scale,
  spot,
  stripes,
  tint,
} from "./pattern.ts";
import type { Sketch } from "./tile.ts";

const LESS = "↓";
const MORE = "↑";
const LIGHT = scale(spot(0.8), 1.8, -0.2);
const FINE = stripes(70, 5);
const SPARSE = multiply(noise(3), (x, y) => noise(9)(x, y) > 0.8 ? 1.2 : 0);

/** What measures of kernels mean, by an example of little and one of much of each. */
export const KERNEL_SKETCHES: Readonly<Record<keyof MeasureMeanings["kernels"], Sketch>> = {
  norm: [[scale(edge(60), 0.2), LESS], [edge(60), MORE]],
  bias: [[scale(spot(), 0.5, -0.8), LESS], [scale(spot(), 0.5, 0.3), MORE]],
  dcGain: [[edge(60), "0"], [flat(0.8), "1"]],
  lumaGain: [[tint(edge(60), hue(20)), "0"], [flat(0.8), "1"]],
  chroma: [[edge(60), "0"], [tint(LIGHT, hue(200)), "1"]],
  hue: [
    [tint(edge(60), hue(0)), "0°"],
    [tint(edge(60), hue(60)), "60°"],
    [tint(edge(60), hue(120)), "120°"],
  ],
  centroid: [[edge(70), LESS], [FINE, MORE]],
  orientation: [[edge(0), "0°"], [edge(45), "45°"], [edge(90), "90°"]],
  coherence: [[noise(1), "0.1"], [stripes(90, 4), "0.9"]],
  bandwidth: [[stripes(60, 3), LESS], [noise(2), MORE]],
  separability: [[edge(45), LESS], [edge(90), "1"]],
  symmetry: [[edge(60), "0"], [line(60), "1"]],
  ownSymmetry: [[move(edge(60), 0.3), "0"], [move(line(60), 0.3), "1"]],
  roundness: [[edge(60), "0"], [ringed(), "1"]],
  waves: [[edge(60), "1"], [stripes(60, 5), "6"]],
  sparsity: [[noise(4), "0"], [SPARSE, "0.85"]],
  min: [[scale(edge(60), 0.3), "−0.1"], [edge(60), "−1"]],
  max: [[scale(edge(60), 0.3), "0.1"], [edge(60), "1"]],
  mean: [[scale(LIGHT, -1), LESS], [edge(60), "0"], [LIGHT, MORE]],
  nonFinite: [[edge(60), "0"], [
    (x, y) => x < -0.6 && y < -0.7 ? [1, -1, -1] : edge(60)(x, y),
    "3",
  ]],
};

/** What else the table has of kernels. */
export const COLUMN_SKETCHES: Readonly<Record<keyof MeasureMeanings["columns"], Sketch>> = {
  class: [[edge(60)], [spot()], [stripes(60, 4)]],
  confidence: [[add(scale(edge(60), 0.25), scale(noise(6), 0.6)), "0"], [edge(60), "1"]],
  nearest: [[edge(60)], [edge(55)]],
  similarity: [[edge(60)], [edge(60), "1"], [edge(150), "0"], [scale(edge(60), -1), "−1"]],
  likeness: [[edge(0)], [edge(30)], [edge(60)], [edge(90)]],
};

// Noise with the energy of that edge, and with a hundredth of it.
const OFF_BY_ALL = add(edge(60), scale(noise(8), 0.807));
const OFF_BY_TENTH = add(edge(60), scale(noise(8), 0.0807));

/** What the numbers of two that are compared mean, beside the first. */
export const COMPARED_SKETCHES: Readonly<Record<string, Sketch>> = {
  cosine: COLUMN_SKETCHES.similarity,
  correlation: [[edge(60)], [scale(edge(60), 0.5, 0.4), "1"], [edge(150), "0"]],
  change: [
    [edge(60)],
    [OFF_BY_TENTH, "0.1"],
    [OFF_BY_ALL, "1"],
  ],
  ratio: [
    [edge(60)],
    [OFF_BY_TENTH, "20 dB"],
    [OFF_BY_ALL, "0 dB"],
  ],
};

/** What the numbers of the rule mean. */
export const RULE_SKETCHES: Readonly<Record<string, Sketch>> = {
  spearman: [[cloud(1), "1"], [cloud(0), "0"], [cloud(-1), "−1"]],
};

/** What kernels of each class are like. */
export const CLASS_SKETCHES: Readonly<Record<string, Sketch>> = {
  edge: [[edge(60)], [edge(150)]],
  line: [[line(60)], [line(150)]],
  spot: [[spot()], [ringed()]],
  "colour-edge": [[tint(edge(60), hue(10))], [tint(edge(150), hue(80))]],
  "colour-spot": [[tint(LIGHT, hue(330))], [tint(LIGHT, hue(210))]],
  texture: [[stripes(60, 4)], [multiply(stripes(0, 4), stripes(90, 4))]],
  even: [[flat(0.6)], [flat(-0.6)]],
  mixed: [[add(scale(edge(30), 0.6), scale(noise(11), 0.5))], [noise(12)]],
  dead: [[flat(0)]],
};
