import type { PlacedNumbers } from "../../site/compare/placed_numbers.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { rectifyTile } from "../../tensor/rectify.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { findAll } from "../shell/dom.ts";
import { isDark, onRecolour } from "../shell/theme.ts";
import { subtract } from "../tile/difference.ts";
import { fillDifference } from "../tile/difference_canvas.ts";
import { layoutMap } from "../tile/pixel_layout.ts";

/** What stands around the pictures of layers. */
export interface RankedContext {
  readonly files: ReportFiles;
  /** The way to the report's folder. */
  readonly root: string;
  readonly signal: AbortSignal;
}

/** Shows the pictures that wait, and draws A − B, of the rows that come near the window. */
export function openRankedPictures(place: HTMLElement, context: RankedContext): void {
  const { signal } = context;
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      showPictures(target as HTMLElement, context);
    }
  }, { rootMargin: "50%" });
  for (const row of findAll(HOOKS.rankedRows, place)) observer.observe(row);
  signal.addEventListener("abort", () => observer.disconnect());
}

function showPictures(row: HTMLElement, context: RankedContext): void {
  for (const image of findAll<SVGImageElement>(HOOKS.heldPictures, row)) {
    image.setAttribute("href", context.files.urlOf(image.dataset.href!));
    delete image.dataset.href;
  }
  for (const canvas of findAll<HTMLCanvasElement>("canvas", row)) void drawApart(canvas, context);
}

async function drawApart(
  canvas: HTMLCanvasElement,
  { files, root, signal }: RankedContext,
): Promise<void> {
  const { dataset } = canvas;
  const [a, b] = [dataset.apartA!, dataset.apartB!]
    .map((text) => JSON.parse(text) as PlacedNumbers);
  const load = async ({ folder, values, k, rectified }: PlacedNumbers): Promise<Tile> => {
    const tile = await files.loadTile({ root, folder, values }, k);
    return rectified ? rectifyTile(tile) : tile;
  };
  const tiles = await Promise.all([load(a!), load(b!)]).catch(() => null);
  if (tiles === null || signal.aborted) return; // numbers and A and B stand beside it
  const { numbers } = subtract(...tiles);
  const [, ...space] = a!.values.dims;
  const draw = (dark: boolean): void => paint(canvas, numbers, { space, dark });
  draw(isDark());
  onRecolour(draw, signal);
}

function paint(
  canvas: HTMLCanvasElement,
  numbers: Float32Array,
  { space, dark }: { readonly space: readonly number[]; readonly dark: boolean },
): void {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (canvas.style.width === "") {
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  fillDifference(canvas, numbers, { layout: layoutMap(space), dark });
}
