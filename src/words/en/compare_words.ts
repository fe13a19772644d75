import { formatCount, plural } from "../quantity.ts";

/** The words of the page that compares, in English. */
export const COMPARE_EN = {
  title: "Compare",
  lead: "Two models, two layers or two photos side by side: pair k of A is pair k of B.",
  about: (models: number, layers: number, inputs: string) =>
    `There is a choice of ${plural(models, "model")}, ${plural(layers, "layer")}, ${inputs}.`,
  nothing: "This report has one layer and one photo: there is nothing to compare them with.",
  layersOnly:
    "This report has one model and one photo: what can be compared is one layer with another.",
  still: "To choose and to measure, the page needs script. Without it these layers can be opened:",
  allLayers: "All layers",
  layerBefore: "The layer before in the table, at its worst pair",
  layerBehind: "The next layer of the table, at its worst pair",
  all: "Everything that can be compared",
  a: "A",
  b: "B",
  layerOf: (side: string) => `${side}: model and layer`,
  photoOf: (side: string) => `${side}: photo`,
  swap: "Swap A and B",
  of: "Of",
  kernels: "kernels",
  maps: "maps",
  both: "both",
  stage: "Maps",
  before: "before activation",
  after: "after activation",
  show: "Show",
  side: "side by side",
  slider: "slider",
  difference: "A − B",
  scale: "Scale",
  pairScale: "each pair",
  tileScale: "each tile",
  allScale: "all pairs",
  sort: "Sort by",
  sorts: {
    index: "index",
    error: "error of maps, most first",
    moved: "how far kernels moved, most first",
    maps: "cosine of maps, least first",
    kernels: "cosine of kernels, least first",
  },
  grids: "Kernels or maps of A and B",
  chosenPair: "Chosen pair",
  /** Which kernel of B it is with. */
  partner: (k: string) => `with ${k} of B`,
  previous: "Previous pair",
  next: "Next pair",
  copy: "Copy the link",
  wipe: "How much of A is shown, in percent",
  point: (side: string) => `${side}: values by arrow keys`,
  openIn: (side: string) => `Open in ${side}`,
  measure: "Measure",
  cosine: "cosine",
  correlation: "correlation",
  change: "‖A − B‖ ÷ ‖A‖",
  ratio: "the same as SNR",
  waiting: "Loading A and B",
  missing: (side: string) => `The data of ${side} could not be loaded.`,
  pairName: (k: string, facts: readonly string[]) => [`Pair ${k}`, ...facts].join(", "),
  cosineKernels: (value: string) => `cosine of kernels ${value}`,
  cosineMaps: (value: string) => `cosine of maps ${value}`,
  compared: (count: number, of: number) =>
    count === of ? `${plural(count, "pair")}` : `${formatCount(count)} of ${formatCount(of)} pairs`,
  measuring: (done: number, of: number) =>
    `numbers compared: ${formatCount(done)} of ${formatCount(of)}`,
  rest: (side: string, first: number, last: number) =>
    first === last
      ? `${side} alone has number ${first}`
      : `${side} alone has numbers ${first} to ${last}`,
  /** What the numbers of many pairs come to. */
  tally: {
    pairs: (count: string) => `${count}: `,
    least: (value: string, k: string) => `least ${value} (pair ${k})`,
    most: (value: string, k: string) => `most ${value} (pair ${k})`,
    median: (value: string) => `, median ${value}.`,
  },
  strips: {
    change: { kernels: "How far kernels moved", maps: "Relative error of the maps" },
    cosine: { kernels: "Cosine of the kernels", maps: "Cosine of the maps" },
  },
  large: (size: string) => `The numbers of all pairs take ${size}.`,
  measureAll: "Measure all pairs",
  sameKernels: "A and B are the same layer: its kernels are the same.",
  sameMaps: "A and B show the same maps.",
  noKernels: (side: string, why: string) => `The kernels of ${side} are not drawn: ${why}.`,
  noMaps: (side: string, why: string) => `The maps of ${side} are not drawn: ${why}.`,
  noMapsHere: (side: string) => `${side} has no maps on this photo.`,
  kernelsDiffer: (a: string, b: string) =>
    `Kernels of ${a} and ${b} cannot be compared weight by weight.`,
  mapsDiffer: (a: string, b: string) => `Maps of ${a} and ${b} cannot be compared cell by cell.`,
  unpaired:
    "Kernels before were permuted, and it is not known which of them make the inputs: kernels " +
    "are not compared.",
  noValues: (side: string) =>
    `The report leaves out the numbers of ${side}, so nothing is measured.`,
  told: "sorted by what was measured when the report was written, of maps the worst of all photos",
  valuesMissing: "The files of the numbers could not be loaded.",
  noDifference: "No difference is drawn.",
  stageFalls: (side: string) =>
    `Nothing follows the convolution of ${side}: the maps of both are those before.`,
  scales: {
    pair: "A and B of a pair share one range",
    tile: "each tile has its own range; do not compare brightness",
    all: "all tiles of A and B share one range",
    /** What the strongest colours stand for where tiles show A − B. */
    apart: {
      pair: (share: string) => `${share} of the largest value of its pair`,
      tile: () => "the largest difference in the tile",
      all: () => "the largest difference of all tiles",
    },
    colours: (most: string) =>
      `A − B: blue where B is greater, orange where A is; the strongest colours stand for ${most}`,
    difference: (most: string) => `−${most} to ${most}: blue where B is greater, orange where A is`,
    zero: "zero is the page’s colour",
    equal: "A and B are equal everywhere",
  },
  cell: (row: string, column: string) => `Row ${row}, column ${column}`,
  weight: (slice: string, row: string, column: string) =>
    `Slice ${slice}, row ${row}, column ${column}`,
  channel: (name: string, row: string, column: string) =>
    `Channel ${name}, row ${row}, column ${column}`,
  /** What one side has there. */
  valueOf: (name: string, value: string) => `${name} ${value}`,
  reading: (place: string, values: readonly string[]) => `${place}: ${values.join("; ")}.`,
  /** Of a difference beside tiles that show something else. */
  ofWeights: "of the weights, slice by slice",
  noReading: "Point at a picture, or move with the arrow keys, to read values.",
  notFinite: (count: number) => `${plural(count, "value")} not finite`,
  stored: (dtype: string) => `stored as ${dtype}`,
};

/** The words of the page that compares. */
export type CompareWords = typeof COMPARE_EN;
