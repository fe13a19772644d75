import type { ReportLayer, ReportMaps } from "../report/report.ts";
import { formatCount, formatQuantity, formatSize } from "./format.ts";

/** Says the facts of a layer, each in a few words. */
export function describeFacts(layer: ReportLayer): readonly string[] {
  return [
    describeKernels(layer),
    describeSteps(layer),
    describeField(layer),
    describeMaps(layer.maps),
    describeOperator(layer),
  ].filter((fact) => fact !== null);
}

/** Says how many kernels there are and how large, such as `64 kernels, 11 × 11 × 3`. */
export function describeKernels(layer: ReportLayer): string | null {
  const count = formatQuantity(layer.outChannels, "kernel");
  if (layer.kernelShape.length === 0) return layer.outChannels > 0 ? count : null;
  return `${count}, ${formatSize(...layer.kernelShape, layer.inChannels / layer.group)}`;
}

/** Says what one cell of a map reads; null where it is not known. */
export function describeField({ receptiveField }: ReportLayer): string | null {
  return receptiveField && `each map cell reads ${formatSize(...receptiveField.size)} pixels`;
}

/** Says the size of the maps, each size once; null where there is none. */
export function describeMaps(maps: readonly ReportMaps[]): string | null {
  const sizes = [...new Set(maps.map(({ height, width }) => formatSize(height, width)))];
  if (sizes.length > 3) return `maps of ${formatCount(sizes.length)} sizes`;
  return sizes.length > 0 ? `maps ${sizes.join(", ")}` : null;
}

/** Says the operator and how the file stores its kernels, such as `Conv, float32`. */
export function describeOperator({ op, dtype }: ReportLayer): string {
  return dtype === null ? op : `${op}, ${dtype}`;
}

function describeSteps({ strides, pads, dilations, group }: ReportLayer): string | null {
  if (strides.length === 0) return null;
  const steps = [`stride ${formatAxes(strides)}`, describePads(pads)];
  if (dilations.some((dilation) => dilation !== 1)) steps.push(`dilation ${formatAxes(dilations)}`);
  if (group !== 1) steps.push(`${formatCount(group)} groups`);
  return steps.join(", ");
}

// One number where every axis has the same.
function formatAxes(axes: readonly number[]): string {
  return new Set(axes).size === 1 ? formatCount(axes[0]!) : formatSize(...axes);
}

function describePads(pads: readonly number[]): string {
  const begin = pads.slice(0, pads.length / 2);
  const end = pads.slice(pads.length / 2);
  if (pads.every((pad) => pad === 0)) return "no padding";
  if (String(begin) === String(end)) return `padding ${formatAxes(begin)}`;
  if (begin.length !== 2) {
    return `padding ${formatSize(...begin)} before, ${formatSize(...end)} after`;
  }
  return `padding top ${begin[0]}, left ${begin[1]}, bottom ${end[0]}, right ${end[1]}`;
}
