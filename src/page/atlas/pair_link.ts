import { type Language, nameComparePage, namePage } from "../../plan/language.ts";
import { encodePath, formatParams } from "../../site/address.ts";
import { ATLAS_ROWS, type AtlasRowName } from "../../site/atlas/atlas_rows.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";

/** A place in the atlas: a layer in a row. */
export interface AtlasPlace {
  /** Where it stands in the graph, from 0. */
  readonly place: number;
  /** Its row; null for one that has no numbers of its own. */
  readonly row: AtlasRowName | null;
}

/** Finds the kernel of a layer that shows most of what a row is about, else that which its page shows. */
export function findShownPair({ layers, rows }: LayersFile, { place, row }: AtlasPlace): number {
  const own = row === null ? null : rows[row]?.k[place] ?? null;
  return own ?? layers[place]!.k;
}

/** Links to that pair, from the page of the model: in its layer, or beside that of the other model. */
export function linkShownPair(file: LayersFile, at: AtlasPlace, language: Language): string {
  const { model, comparedWith, layers, rows } = file;
  const { id, compared } = layers[at.place]!;
  if (at.row === "damage" && compared !== null) {
    const { layer, kernel: k, image } = compared;
    const [a, b] = [`${comparedWith}/${layer}`, `${model.id}/${id}`];
    const said = formatParams({ a, ai: image, b, bi: image, k, of: "maps" });
    return `../${nameComparePage(language)}#${said}`;
  }
  const has = at.row !== null && (rows[at.row]?.k[at.place] ?? null) !== null;
  const shown = has ? ATLAS_ROWS[at.row!].shown : {};
  const said = formatParams({ k: findShownPair(file, at), ...shown });
  return `${encodePath(id)}/${namePage(language)}#${said}`;
}
