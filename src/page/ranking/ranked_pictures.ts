import { HOOKS } from "../../site/hook/hooks.ts";
import { loadPlacedMaps } from "../files/placed_map.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { findAll } from "../shell/dom.ts";
import { isPrinted, onPrint } from "../shell/print.ts";
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

/** Draws A − B of the rows that come near the window, and of all before they are printed. */
export function openRankedPictures(place: HTMLElement, context: RankedContext): void {
  const { signal } = context;
  const left = new Set<Element>(findAll(HOOKS.rankedRows, place));
  const draw = (row: Element): void => {
    if (!left.delete(row)) return;
    observer.unobserve(row);
    for (const canvas of findAll<HTMLCanvasElement>("canvas", row)) void drawApart(canvas, context);
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) draw(target);
  }, { rootMargin: "50%" });
  for (const row of left) observer.observe(row);
  signal.addEventListener("abort", () => observer.disconnect());
  onPrint(() => left.forEach(draw), signal);
}

async function drawApart(canvas: HTMLCanvasElement, context: RankedContext): Promise<void> {
  const { signal } = context;
  const maps = await loadPlacedMaps(context, canvas);
  if (maps === null || signal.aborted) return; // numbers and A and B stand beside it
  const [a, b] = maps;
  const { numbers } = subtract(a.tile, b.tile);
  const draw = (dark: boolean): void => paint(canvas, numbers, { space: a.space, dark });
  draw(isDark() && !isPrinted());
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
