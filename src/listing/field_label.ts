import type { FoundField } from "../onnx/field/receptive_field.ts";

/** Says in a word or two how much one cell of a map reads, such as `51 x 51`; `?` where unknown. */
export function labelField(field: FoundField): string {
  if ("missing" in field) return "?";
  const { line, reads, whole } = field;
  if (whole && (line === null || line.stride.every((step) => step === 0))) return "whole photo";
  return (line?.size.map(String) ?? reads.map(({ size }) => labelSizes(size))).join(" x ");
}

// Cells that read nothing have no size.
function labelSizes(sizes: readonly number[]): string {
  const some = sizes.filter((size) => size > 0);
  const [least, most] = [
    some.reduce((a, b) => Math.min(a, b)),
    some.reduce((a, b) => Math.max(a, b)),
  ];
  return least === most ? String(most) : `${least}-${most}`;
}
