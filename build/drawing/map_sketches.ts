import type { MeasureMeanings } from "../../src/words/measure_section.ts";
import {
  bars,
  bump,
  edge,
  flat,
  type GreyPattern,
  hue,
  multiply,
  noise,
  scale,
  spot,
  stripes,
  tint,
} from "./pattern.ts";
import {
  BLURRED_PHOTO,
  FINE_PHOTO,
  GREY_PHOTO,
  PHOTO,
  PHOTO_EDGES,
  TURNED_PHOTO,
} from "./scene.ts";
import type { Sketch } from "./tile.ts";

const LESS = "↓";
const MORE = "↑";

/** A map that is on in some places: black elsewhere. */
function lit(...spots: readonly GreyPattern[]): GreyPattern {
  return (x, y) => spots.reduce((sum, each) => sum + 2 * each(x, y), -1);
}

const FEW = lit(spot(0.25, -0.3, 0.2));
const SOME = lit(spot(0.35, -0.3, 0.2), spot(0.3, 0.5, -0.4));
const MANY = lit(spot(0.8, -0.3, 0.2), spot(0.7, 0.5, -0.4));

/** What measures of maps mean, by an example of little and one of much of each. */
export const MAP_SKETCHES: Readonly<Record<keyof MeasureMeanings["maps"], Sketch>> = {
  keepsPicture: [[PHOTO], [PHOTO_EDGES, "0"], [GREY_PHOTO, "1"]],
  turnedPicture: [[TURNED_PHOTO], [GREY_PHOTO, LESS]],
  luma: [[GREY_PHOTO], [noise(1), "0"], [scale(GREY_PHOTO, -1), "1"]],
  edges: [[GREY_PHOTO], [BLURRED_PHOTO, "0"], [PHOTO_EDGES, "1"]],
  on: [[FEW, LESS], [MANY, MORE]],
  mean: [[scale(GREY_PHOTO, 0.4, -0.5), LESS], [scale(GREY_PHOTO, 0.4, 0.5), MORE]],
  std: [[scale(GREY_PHOTO, 0.2), LESS], [GREY_PHOTO, MORE]],
  zeros: [[GREY_PHOTO, LESS], [FEW, MORE]],
  negatives: [[scale(GREY_PHOTO, 0.4, 0.5), "0"], [scale(GREY_PHOTO, 0.4, -0.5), "1"]],
  entropy: [[(x) => x < 0 ? -0.8 : 0.8, LESS], [(x, y) => (11 * x + y) / 12, MORE]],
};

/** What trials tell: the photo that is fed, and kernels whose maps change little and much; or maps. */
export const EXPERIMENT_SKETCHES: Readonly<Record<keyof MeasureMeanings["experiments"], Sketch>> = {
  colourDependence: [[GREY_PHOTO], [edge(60), "0"], [tint(edge(60), hue(20)), "1"]],
  colourLoss: [[SOME], [scale(SOME, 0.5, -0.5), "50 %"], [flat(-1), "100 %"]],
  detailDependence: [[BLURRED_PHOTO], [spot(0.8), "0"], [stripes(60, 5), "1"]],
  detailLoss: [[PHOTO_EDGES], [scale(PHOTO_EDGES, 0.5, -0.5), "50 %"], [flat(-1), "100 %"]],
  detailPeriod: [[stripes(70, 5), "4"], [stripes(70, 0.6), "64"]],
  coarseDependence: [[FINE_PHOTO], [stripes(60, 5), "0"], [spot(0.8), "1"]],
  coarseLoss: [[BLURRED_PHOTO], [scale(BLURRED_PHOTO, 0.5, -0.5), "50 %"], [flat(-1), "100 %"]],
  mirrorSymmetry: [[edge(90), "−1"], [edge(45), "0"], [edge(0), "1"]],
};

/** What gratings tell of kernels. */
export const TUNING_SKETCHES: Readonly<Record<keyof MeasureMeanings["tuning"], Sketch>> = {
  orientation: [[stripes(0, 3), "0°"], [stripes(45, 3), "45°"], [stripes(90, 3), "90°"]],
  orientationBandwidth: [[bump(0.25), LESS], [bump(0.8), MORE]],
  orientationSelectivity: [[flat(0.3), "0"], [bump(0.25), "1"]],
  frequency: [[stripes(60, 0.8), "0.035"], [stripes(60, 5), "0.34"]],
  frequencyBandwidth: [[bump(0.25), LESS], [bump(0.8), MORE]],
  frequencySelectivity: [[flat(0.3), "0"], [bump(0.25), "1"]],
  hue: [[tint(flat(0.9), hue(0)), "0°"], [tint(flat(0.9), hue(60)), "60°"], [
    tint(flat(0.9), hue(120)),
    "120°",
  ]],
  hueSelectivity: [[bars([0.6, 0.6, 0.6, 0.6, 0.6]), "0"], [bars([0.1, 0.1, 0.9, 0.1, 0.1]), "1"]],
  response: [[stripes(60, 3)], [scale(FEW, 0.3, -0.6), LESS], [MANY, MORE]],
};

/** What kernels do in a dataset: a map of little and one of much, or how strongly labels excite. */
export const DATASET_SKETCHES: Readonly<Record<keyof MeasureMeanings["dataset"], Sketch>> = {
  onPhotos: [[bars([0.05, 0.05, 0.05, 0.05, 0.9]), LESS], [bars([0.9, 0.7, 0.8, 0.6, 0.9]), MORE]],
  onCells: [[FEW, LESS], [MANY, MORE]],
  mean: MAP_SKETCHES.mean,
  deviation: MAP_SKETCHES.std,
  min: [[MANY, LESS], [scale(GREY_PHOTO, 0.4, 0.5), MORE]],
  max: [[scale(FEW, 0.3, -0.6), LESS], [FEW, MORE]],
  selectivity: [[bars([0.6, 0.6, 0.6, 0.6, 0.6]), "0"], [bars([0.05, 0.05, 0.9, 0.05, 0.05]), "1"]],
  auc: [[bars([0.6, 0.5, 0.6, 0.5, 0.6]), "0.5"], [bars([0.2, 0.1, 0.9, 0.1, 0.2]), "1"]],
  likest: [[SOME], [noise(1), "0"], [SOME, "1"]],
  colour: EXPERIMENT_SKETCHES.colourDependence,
  detail: EXPERIMENT_SKETCHES.detailDependence,
};

/** What else classes say of kernels and of their maps. */
export const FACET_SKETCHES: Readonly<Record<string, Sketch>> = {
  "when:never": [[flat(-1)]],
  "when:rare": [[FEW]],
  "when:local": [[SOME]],
  "when:broad": [[MANY]],
  "when:always": [[scale(GREY_PHOTO, 0.4, 0.5)]],
  "where:inside": [[FEW]],
  "where:padding": [[lit(spot(0.2, -1, 0.4))]],
  "wiring:one": [[bars([0.9, 0.1, 0.1, 0.05, 0.05])]],
  "wiring:few": [[bars([0.6, 0.5, 0.4, 0.1, 0.05])]],
  "wiring:many": [[bars([0.4, 0.35, 0.35, 0.3, 0.3])]],
  "acts:excites": [[scale(multiply(noise(4), noise(4)), 1, 0.2)]],
  "acts:inhibits": [[scale(multiply(noise(4), noise(4)), -1, -0.2)]],
  "acts:both": [[noise(4)]],
  "shows:photo": [[PHOTO], [GREY_PHOTO]],
  "shows:edges": [[PHOTO], [PHOTO_EDGES]],
  "shows:neither": [[PHOTO], [noise(5)]],
};
