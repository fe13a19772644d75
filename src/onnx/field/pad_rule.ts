import { findNumbers, findText, inputAt, type Passage, toAxis, type TraceRule } from "./passage.ts";
import { lawfulSteps, pickSteps, requireCells, type Steps, strideLaw } from "./steps.ts";
import { stepAxis, type Traced } from "./traced.ts";

/** What Pad reads: beyond the border nothing, or the tensor again. */
export const PAD_RULES: ReadonlyMap<string, TraceRule> = new Map([["Pad", tracePad]]);

function tracePad(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const pads = findNumbers(passage, "pads", 1) ?? findNumbers(passage, "paddings", 1) ?? [];
  const named = findNumbers(passage, "axes", 3) ?? read.dims.map((_, axis) => axis);
  const mode = findText(passage, "mode", "constant");
  return named.reduce((padded, given, i) => {
    const axis = toAxis(given, read.dims.length);
    const [begin, end] = [pads[i] ?? 0, pads[i + named.length] ?? 0];
    if (begin === 0 && end === 0) return padded;
    return stepAxis(padded, axis, padSteps(mode, padded.dims[axis]!, begin, end));
  }, read);
}

function padSteps(mode: string, extent: number, begin: number, end: number): Steps {
  const law = strideLaw(-begin, 1);
  const written = extent + begin + end;
  requireCells(written);
  if (mode === "constant" || mode === "edge") {
    return lawfulSteps(written, law, mode === "edge" ? "edge" : "nothing");
  }
  const wrap = mode === "wrap" ? (i: number) => modulo(i, extent) : (i: number) => {
    const turn = Math.max(1, 2 * (extent - 1));
    const place = modulo(i, turn);
    return Math.min(place, turn - place); // there and back, the border once
  };
  return pickSteps(Array.from({ length: Math.max(0, written) }, (_, o) => wrap(o - begin)), law);
}

function modulo(i: number, extent: number): number {
  return ((i % extent) + extent) % extent;
}
