import {
  findInt,
  findNumbers,
  findOpset,
  findText,
  inputAt,
  type Passage,
  toAxis,
  type TraceRule,
} from "./passage.ts";
import { resizeSteps, type Resizing } from "./resize_steps.ts";
import { stepAxis, type Traced } from "./traced.ts";

/** What Resize and Upsample read. */
export const RESIZE_RULES: ReadonlyMap<string, TraceRule> = new Map([
  ["Resize", traceResize],
  ["Upsample", traceResize],
]);

function traceResize(passage: Passage): Traced {
  const read = inputAt(passage, 0);
  const resizings = readResizings(passage, read.dims);
  return resizings.reduce((resized, resizing, axis) => {
    const same = resizing.written === read.dims[axis] && resizing.scale === 1 &&
      resizing.coordinates !== "tf_crop_and_resize";
    return same ? resized : stepAxis(resized, axis, resizeSteps(resizing));
  }, read);
}

// Upsample, and Resize of opset 10, have their scales as input 1, and step as "asymmetric" does.
function readResizings(passage: Passage, dims: readonly number[]): Resizing[] {
  const old = passage.node.op === "Upsample" || findOpset(passage) < 11;
  const given = findNumbers(passage, "scales", old ? 1 : 2) ?? [];
  const named = findNumbers(passage, "axes", -1) ?? dims.map((_, axis) => axis);
  const axes = named.map((axis) => toAxis(axis, dims.length));
  const roi = old ? [] : findNumbers(passage, "roi", 1) ?? [];
  const scales = given.length > 0 ? given.map(Math.fround) : findScales(passage, dims, axes);
  return dims.map((read, axis) => {
    const at = axes.indexOf(axis);
    const scale = at < 0 ? 1 : scales[at] ?? 1;
    return {
      read,
      scale,
      written: given.length > 0
        ? Math.floor(Math.fround(read * scale))
        : findSize(passage, read, at, scale),
      roi: at < 0 || roi.length === 0 ? [0, 1] : [roi[at]!, roi[at + axes.length]!],
      mode: findText(passage, "mode", "nearest").replace("bilinear", "linear"),
      coordinates: old
        ? "asymmetric"
        : findText(passage, "coordinate_transformation_mode", "half_pixel"),
      nearest: old ? "simple" : findText(passage, "nearest_mode", "round_prefer_floor"),
      antialias: findInt(passage, "antialias", 0) === 1,
    };
  });
}

function findScales(
  passage: Passage,
  dims: readonly number[],
  axes: readonly number[],
): readonly number[] {
  const sizes = findNumbers(passage, "sizes", 3);
  if (sizes === null || sizes.length === 0) {
    throw new SyntaxError(`Cannot trace ${passage.node.op}: neither scales nor sizes are given`);
  }
  const scales = axes.map((axis, i) => Math.fround(sizes[i]! / dims[axis]!));
  switch (findText(passage, "keep_aspect_ratio_policy", "stretch")) {
    case "not_larger":
      return axes.map(() => Math.min(...scales));
    case "not_smaller":
      return axes.map(() => Math.max(...scales));
    default:
      return scales;
  }
}

function findSize(passage: Passage, read: number, at: number, scale: number): number {
  if (at < 0) return read;
  const policy = findText(passage, "keep_aspect_ratio_policy", "stretch");
  const sizes = findNumbers(passage, "sizes", 3)!;
  return policy === "stretch" ? sizes[at]! : Math.round(read * scale);
}
