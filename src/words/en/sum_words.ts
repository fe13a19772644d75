/** The words of the sum that makes a cell of a map, in English. */
export const SUM_EN = {
  /** What gives the numbers that add up to a cell, each before its number. */
  pixels: "kernel · pixels",
  /** The same where an array was fed. */
  values: "kernel · values",
  map: (map: string) => `map ${map}:`,
  others: (count: string) => count === "1" ? "1 other:" : `${count} others:`,
  maps: (count: string) => `its ${count} maps:`,
  bias: "bias",
  /** The same where nothing else adds to the cell. */
  alone: {
    map: (map: string) => `kernel · map ${map}`,
    maps: (count: string) => `kernel · its ${count} maps`,
  },
  total: (value: string) => `= ${value}`,
  /** Beside a value alone. */
  unknown: "what adds up to it is not known here",
  stored: (value: string) => `stored as ${value}`,
  power: (power: string) => `all × ${power}`,
  strongest: "Its strongest cell",
  onPadding: "Its strongest cell, on the padding",
  /** Under the photo's part that a kernel answers to, of which it does not read the pixels. */
  looksAt: "it looks at this part of the photo",
};

/** The words of the sum that makes a cell of a map. */
export type SumWords = typeof SUM_EN;
