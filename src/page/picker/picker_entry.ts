import { type Language, namePage } from "../../plan/language.ts";
import { encodePath } from "../../site/address.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { formatSize } from "../../site/format.ts";

/** A page that the picker leads to: that of a model, or of a layer. */
export interface PickerEntry {
  /** Its place in the report, `<model>` or `<model>/<layer>`. */
  readonly path: string;
  readonly href: string;
  readonly name: string;
  /** What tells its name from those of others, in parts between which a line may end. */
  readonly parts: readonly string[];
  /** Where a layer stands and how large its kernels are; empty for a model. */
  readonly note: string;
}

/** Lists the pages of models and of their layers, each model before its layers. */
export function listEntries(
  models: readonly LayersFile[],
  { root, language }: { readonly root: string; readonly language: Language },
): readonly PickerEntry[] {
  const link = (...ids: readonly string[]): string =>
    `${root}${encodePath(...ids)}/${namePage(language)}`;
  return models.flatMap(({ model, layers }) => {
    const names = shortenLayers(layers);
    const own = { path: model.id, href: link(model.id), name: model.name, note: "" };
    return [
      { ...own, parts: breakName(model.name) },
      ...layers.map(({ id, name, kernel, pairs }, place) => ({
        path: `${model.id}/${id}`,
        href: link(model.id, id),
        name,
        parts: breakName(names.get(id)!),
        note: `${place + 1} · ${kernel.length === 0 ? pairs : formatSize(pairs, ...kernel)}`,
      })),
    ];
  });
}

/** Finds the entries that have all words of a text in their names, in any case, or its number as place. */
export function filterEntries(
  entries: readonly PickerEntry[],
  text: string,
): readonly PickerEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return entries.filter(({ path, name, note }) => {
    const own = `${path} ${name}`.toLowerCase();
    return words.every((word) => own.includes(word) || note.startsWith(`${word} ·`));
  });
}
