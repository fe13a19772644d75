import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { joinRanges, makeRange } from "../../site/tile/tile_range.ts";
import { summarize } from "../../tensor/summary.ts";
import { loadPlacedMaps, type PlacedMap } from "../files/placed_map.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { find, findAll, findPart } from "../shell/dom.ts";
import { layoutMap } from "../tile/pixel_layout.ts";
import { drawSvg } from "./drawn_svg.ts";
import { paintApart, paintInRange } from "./painted_numbers.ts";
import {
  fitCanvas,
  GREY,
  INSIDE,
  SANS,
  type SharedNumber,
  type SharedPicture,
  type SharedTable,
  type SharedView,
} from "./shared_view.ts";

/** What is shared of the page that compares, where it shows the layers of two models. */
export interface SharedRanking {
  readonly words: ComparePageWords;
  readonly files: ReportFiles;
  readonly root: string;
  /** What is shown, as the end of an address. */
  readonly hash: string;
  /** The models that are compared, two each. */
  readonly rankings: readonly HTMLElement[];
}

const SIDE = 240; // pixels
const FIRST = 12;

/** Views the layers of two models: their errors, the worst maps of the first row, and all numbers. */
export async function shareRanking(page: SharedRanking, ranking: HTMLElement): Promise<SharedView> {
  const heading = findPart("h2", ranking);
  const table = tabulate(ranking);
  return {
    title: heading.textContent!,
    facts: [findPart("p", ranking).textContent!.trim()],
    file: heading.id,
    pictures: [...await drawCharts(ranking), ...await drawFirst(page, ranking)],
    numbers: listFirst(ranking, table),
    table,
  };
}

// What the rows are sorted by; where they stand in the order of the graph, their worst maps.
function listFirst(ranking: HTMLElement, { heads, rows }: SharedTable): readonly SharedNumber[] {
  const sorted = findAll(HOOKS.sortHeads, ranking).findIndex((head) => {
    return head.hasAttribute("aria-sort");
  });
  const column = Math.max(1, sorted);
  return rows.slice(0, FIRST).map((row) => {
    return { name: `${row[0]} · ${heads[column]}`, value: row[column] ?? "" };
  });
}

function tabulate(ranking: HTMLElement): SharedTable {
  return {
    heads: findAll(HOOKS.sortHeads, ranking).map(({ textContent }) => textContent!),
    rows: findAll(HOOKS.rankedRows, ranking).map((row) => [
      findPart("a", row).textContent!,
      ...findAll(HOOKS.rankedNumbers, row).map(({ childNodes }) =>
        [...childNodes].map(({ textContent }) => textContent).join(" · ")
      ),
    ]),
  };
}

async function drawCharts(ranking: HTMLElement): Promise<readonly SharedPicture[]> {
  const shown = findAll<SVGSVGElement>(HOOKS.errorCharts, ranking)
    .filter((chart) => chart.getClientRects().length > 0);
  return await Promise.all(shown.map(async (chart) => {
    const { width, height } = chart.viewBox.baseVal;
    const size = { width: INSIDE, height: Math.round(INSIDE * height / width) };
    const canvas = await drawSvg(chart, size);
    await drawKey(canvas.getContext("2d")!, ranking);
    return { caption: chart.getAttribute("aria-label")!, note: "", canvas, isPhoto: false };
  }));
}

// At the upper right, where the chart leaves room.
async function drawKey(context: CanvasRenderingContext2D, ranking: HTMLElement): Promise<void> {
  let x = INSIDE;
  for (const dot of findAll<SVGElement>(HOOKS.errorKey, ranking).toReversed()) {
    const name = dot.nextElementSibling!.textContent!;
    context.font = `13px ${SANS}`;
    context.fillStyle = GREY;
    x -= Math.ceil(context.measureText(name).width);
    context.fillText(name, x, 13);
    x -= 16;
    context.drawImage(await drawSvg(dot, { width: 10, height: 10 }), x, 3);
    x -= 20;
  }
}

// The row that stands first, as it is sorted; its numbers tell what is missing here.
async function drawFirst(
  { words, ...page }: SharedRanking,
  ranking: HTMLElement,
): Promise<readonly SharedPicture[]> {
  const [row] = findAll(HOOKS.rankedRows, ranking);
  const place = row && find("canvas", row);
  if (!row || !place) return [];
  const maps = await loadPlacedMaps(page, place);
  if (maps === null) return [];
  const [a, b] = maps;
  const apart = paintApart([a.tile, b.tile], layoutMap(a.space), words);
  const notes = [find("span", row)!.textContent!, "", apart.note];
  const layer = findPart("a", row).textContent!;
  return [...paintTogether(a, b), apart.canvas].map((canvas, i) => ({
    caption: `${findAll(HOOKS.rankedPictures, row)[i]!.dataset.name}${words.count.colon}${layer}`,
    note: notes[i]!,
    canvas: fitCanvas(canvas, SIDE),
    isPhoto: false,
  }));
}

// In the range that they share.
function paintTogether(a: PlacedMap, b: PlacedMap): readonly HTMLCanvasElement[] {
  const [one, other] = [a, b].map(({ tile }) => {
    const { min, max } = summarize(tile.numbers);
    return makeRange(min, max);
  });
  const range = joinRanges(one!, other!) ?? { low: 0, high: 1 };
  return [a, b].map(({ tile, space }) => paintInRange(tile.numbers, layoutMap(space), range));
}
