import type { AtlasRowName } from "../../site/atlas/atlas_rows.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { formatRowNumber } from "../../site/atlas/row_format.ts";
import type { OverviewPageWords } from "../../words/words.ts";
import { drawAtlas } from "./drawn_atlas.ts";
import type { SharedTable, SharedView } from "./shared_view.ts";

/** What is shared of the page of a model: what it shows, and what it knows. */
export interface SharedAtlas {
  readonly words: OverviewPageWords;
  readonly root: string;
  /** What is shown, as the end of an address. */
  readonly hash: string;
  readonly atlas: HTMLElement;
  readonly file: LayersFile;
  /** What the page says of the model. */
  readonly lead: string;
  /** The places of the layers that are found, in the order of the table. */
  readonly found: readonly number[];
  /** The rows that are shown. */
  readonly rows: readonly AtlasRowName[];
}

/** Views a network on one screen, and the numbers of its layers. */
export async function shareAtlas(page: SharedAtlas): Promise<SharedView> {
  const { words: { atlas: says }, atlas, file: { model, layers }, lead, found } = page;
  const count = found.length < layers.length ? [says.shown(found.length, layers.length)] : [];
  const canvas = await drawAtlas(atlas);
  return {
    title: model.name,
    facts: [lead, ...count],
    file: model.id,
    pictures: [{ caption: says.heading, note: says.spread, canvas, isPhoto: false }],
    numbers: [],
    table: tabulate(page),
  };
}

function tabulate(
  { words: { atlas }, file: { layers, rows: numbers }, found, rows }: SharedAtlas,
): SharedTable {
  const known = rows.filter((row) => numbers[row] !== undefined);
  return {
    heads: [atlas.table.place, atlas.table.name, ...known.map((row) => atlas.rows[row].name)],
    rows: found.map((place) => [
      String(place + 1),
      layers[place]!.name,
      ...known.map((row) => {
        const value = numbers[row]!.value[place] ?? null;
        return value === null ? "" : formatRowNumber(row, value);
      }),
    ]),
  };
}
