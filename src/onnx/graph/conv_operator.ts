import type { Reason } from "../../reason/reason.ts";

/** An operator that convolves: where it reads its kernels, and what it writes. */
export interface ConvOperator {
  /** Which input holds the kernels. */
  readonly weights: number;
  /**
   * The scale and zero point of the kernels, where they are whole numbers; the
   * scale is 1 where only a zero point is given.
   */
  readonly weightScale: { readonly scale: number | null; readonly zeroPoint: number } | null;
  /** Which input holds the bias, one number for each kernel; null where the operator has none. */
  readonly bias: number | null;
  /**
   * Which inputs hold the scale and zero point of the maps that it reads, where they are whole
   * numbers; the scale is 1 where only a zero point is given.
   */
  readonly inputScale: { readonly scale: number | null; readonly zeroPoint: number } | null;
  /** Which inputs hold the scale and zero point of the output, where it is whole numbers. */
  readonly outputScale: { readonly scale: number; readonly zeroPoint: number } | null;
  /** Whether the weights are [inChannels, outChannels / group, …], as those of a transposed one. */
  readonly transposed: boolean;
  /** Whether other inputs move each cell of what it reads, so that it slides no window. */
  readonly deformed: boolean;
  /** What the weights and the bias of a fully connected layer are multiplied by; null for others. */
  readonly factors: { readonly weights: number; readonly bias: number } | null;
  /** How its weights are packed in blocks of few bits; null where they are tensors of their own. */
  readonly packing: ConvPacking | null;
  /** Why it is listed but not captured; null where it is captured. */
  readonly refused: Reason | null;
}

/** Weights [rows, length] that are packed in blocks, and which inputs say what they stand for. */
interface ConvPacking {
  readonly rows: number;
  readonly length: number;
  readonly bits: number;
  readonly blockSize: number;
  readonly scales: number;
  readonly zeroPoints: number;
}

/** An operator that reads its kernels behind the maps, and then the bias. */
export const PLAIN: ConvOperator = {
  weights: 1,
  weightScale: null,
  bias: 2,
  inputScale: null,
  outputScale: null,
  transposed: false,
  deformed: false,
  factors: null,
  packing: null,
  refused: null,
};

const BLOCKED: Reason = { code: "blocked-operator" };
// Those that are known are expanded to standard ones.
const UNKNOWN: Reason = { code: "unknown-fusion" };

// By domain and operator. ONNX's own domain is "".
const OPERATORS: ReadonlyMap<string, ConvOperator> = new Map([
  [":Conv", PLAIN],
  [":ConvTranspose", { ...PLAIN, transposed: true }],
  [":ConvInteger", {
    ...PLAIN,
    weightScale: { scale: null, zeroPoint: 3 },
    bias: null,
    inputScale: { scale: null, zeroPoint: 2 },
  }],
  [":QLinearConv", {
    ...PLAIN,
    weights: 3,
    weightScale: { scale: 4, zeroPoint: 5 },
    bias: 8,
    inputScale: { scale: 1, zeroPoint: 2 },
    outputScale: { scale: 6, zeroPoint: 7 },
  }],
  [":DeformConv", { ...PLAIN, bias: 3, deformed: true }],
  ["com.microsoft.nchwc:Conv", { ...PLAIN, refused: BLOCKED }],
  ["com.microsoft:FusedConv", { ...PLAIN, refused: UNKNOWN }],
  ["com.microsoft:NhwcConv", { ...PLAIN, refused: UNKNOWN }],
  ["com.microsoft:NhwcFusedConv", { ...PLAIN, refused: UNKNOWN }],
  ["com.microsoft:QLinearConv", { ...PLAIN, weights: 3, refused: UNKNOWN }],
  ...["Conv", "ConvTranspose", "ConvInteger", "QLinearConv"].map((op): [string, ConvOperator] => [
    `com.ms.internal.nhwc:${op}`,
    { ...PLAIN, weights: op === "QLinearConv" ? 3 : 1, refused: UNKNOWN },
  ]),
]);

/** Finds what is known of an operator; null where it does not convolve. */
export function findConvOperator(domain: string, op: string): ConvOperator | null {
  return OPERATORS.get(`${domain === "ai.onnx" ? "" : domain}:${op}`) ?? null;
}

/** Tells whether a node convolves. */
export function isConv({ domain, op }: { readonly domain: string; readonly op: string }): boolean {
  return findConvOperator(domain, op) !== null;
}
