import { decodeLayerFile } from "../../site/layer_data.ts";
import type { ShareWords } from "../../words/en/share_words.ts";
import type { Words } from "../../words/words.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { gatherContext } from "../pair/gathered_context.ts";
import { parseIndex } from "../../site/address.ts";
import { parseState } from "../shell/address.ts";
import { find, findAll, findPart } from "../shell/dom.ts";
import { openKernelPainter, openMapPainter, paintPhoto } from "./layer_tiles.ts";
import { fitCanvas, leaveBlank, type SharedPicture, type SharedView } from "./shared_view.ts";

/** What is shared of the first page: a photo, a kernel and its map, and what each is. */
export interface SharedTrio {
  readonly words: Words;
  readonly files: ReportFiles;
  readonly root: string;
  /** What is shown, as the end of an address. */
  readonly hash: string;
  readonly trio: HTMLElement;
  readonly title: string;
  readonly lead: string;
  readonly signal: AbortSignal;
}

const SIDE = 352; // pixels

/** Views the three pictures that head the first page. */
export async function shareTrio(
  { trio, title, lead, ...page }: SharedTrio,
  { unreadable }: ShareWords,
): Promise<SharedView> {
  const figures = findAll("figure", trio);
  const data = await page.files.data.load(page.root, trio.dataset.trio!, decodeLayerFile);
  const context = gatherContext({ ...page, data });
  const said = parseState(findPart<HTMLAnchorElement>("a", trio).getAttribute("href")!);
  const [k, image] = [parseIndex(said) ?? 0, said.get("image") ?? ""];
  const look = { kernels: "", stage: "before", scale: "tile", map: "grey", image } as const;
  const painted = await Promise.all([
    ...figures.length > 2 ? [paintPhoto(context, image)] : [],
    openKernelPainter({ context, state: look })(k),
    openMapPainter({ context, state: look })(k),
  ]);
  return {
    title,
    facts: [lead],
    file: `${data.model.id}-${data.layer.id}-${k}`,
    pictures: figures.map((figure, i) => describe(figure, painted[i] ?? null, unreadable)),
    numbers: [],
    table: null,
  };
}

function describe(
  figure: HTMLElement,
  canvas: HTMLCanvasElement | null,
  unreadable: string,
): SharedPicture {
  const caption = find("b", figure)!.textContent!;
  if (canvas === null) return leaveBlank(caption, unreadable);
  const note = find("span", figure)!.textContent!;
  return { caption, note, canvas: fitCanvas(canvas, SIDE), isPhoto: !find("a", figure) };
}
