import type { DatasetFile } from "../../report/layer_file.ts";
import { formatNumber } from "../../site/format.ts";
import type { LayerData } from "../../site/layer_data.ts";
import type { PhotoText } from "../../words/en/dataset_words.ts";

/** A cell of kernel k: the place among those that excite it most, or among those of the middle. */
export interface AskedCell {
  readonly k: number;
  readonly of: "strongest" | "middle";
  readonly at: number;
}

/** Writes what is said of a cell and of its photo. */
export function writePhotoText(
  cells: DatasetFile,
  { labels }: Pick<LayerData, "labels">,
  { k, of, at }: AskedCell,
): PhotoText {
  const { photo, x, y, value } = cells[of];
  const { path, label } = cells.named[photo[k]![at]!]!;
  return {
    photo: path,
    label: label === null ? null : labels?.[label] ?? null,
    value: formatNumber(value[k]![at]!),
    row: String(y[k]![at]!),
    column: String(x[k]![at]!),
  };
}
