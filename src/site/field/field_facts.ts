import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { formatCount, formatSize } from "../format.ts";

/** Says what one cell of a layer's maps reads of the photo; null where there is no map. */
export function describeField(
  { receptiveField, fieldMissing, maps }: ReportLayer,
  { inputs }: Pick<ReportModel, "inputs">,
  { layer: { facts } }: ComparePageWords,
): string | null {
  if (fieldMissing !== null) return maps.length > 0 ? facts.fieldMissing : null;
  const whole = maps.length > 0 && maps.every(({ image, fields }) => {
    const photo = inputs.find((input) => input.image === image);
    const sizes = receptiveField && receptiveField.stride.every((step) => step === 0)
      ? receptiveField.size.map((size) => [size])
      : fields?.map(({ size }) => size);
    return photo && String(sizes) === String([[photo.height], [photo.width]]);
  });
  if (whole) return facts.fieldWhole;
  if (receptiveField !== null) return facts.field(formatSize(...receptiveField.size));
  const reads = maps.flatMap(({ fields }) => fields === null ? [] : [fields]);
  return reads.length === 0 ? null : facts.field(nameSizes(reads));
}

// From the smallest to the largest along each axis; cells that read nothing have no size.
function nameSizes(reads: readonly NonNullable<ReportLayer["maps"][number]["fields"]>[]): string {
  return (reads[0] ?? []).map((_, axis) => {
    const sizes = reads.flatMap((fields) => fields[axis]!.size).filter((size) => size > 0);
    const least = sizes.reduce((a, b) => Math.min(a, b), Infinity);
    const most = sizes.reduce((a, b) => Math.max(a, b), 0);
    return least < most ? `${formatCount(least)}–${formatCount(most)}` : formatCount(most);
  }).join(" × ");
}
