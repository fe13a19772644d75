import { formatNumber } from "../../site/format.ts";
import { formatWithin } from "../../site/format_within.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { drawRamp } from "./colour_ramp.ts";
import { fillDifference } from "./difference_canvas.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import { findPart } from "../shell/dom.ts";
import type { PixelLayout } from "./pixel_layout.ts";
import { fitSide, measureTile } from "./tile.ts";

const FIT = fitSide(352);

/** Draws A − B of the chosen pair, zero in the page's colour, and says what the colours stand for. */
export function drawDifference(
  words: ComparePageWords,
  { numbers, error }: Tile,
  { layout, dark }: {
    readonly layout: PixelLayout;
    /** Whether the page is dark. */
    readonly dark: boolean;
  },
): void {
  const canvas = findPart<HTMLCanvasElement>(HOOKS.differenceCanvas);
  const most = fillDifference(canvas, numbers, { layout, dark });
  const size = measureTile({ tileWidth: layout.width, tileHeight: layout.height }, FIT);
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  const text = describeColours(words, numbers, { most, error });
  canvas.setAttribute("aria-label", `${words.compare.difference}: ${text}`);
  const legend = findPart(HOOKS.legend("difference"));
  drawRamp(findPart<SVGElement>("svg", legend), "signed", dark);
  findPart("span", legend).textContent = text;
}

function describeColours(
  { compare: { scales, notFinite }, count }: ComparePageWords,
  numbers: Float32Array,
  { most, error }: { readonly most: number; readonly error: number },
): string {
  const broken = numbers.filter((value) => !Number.isFinite(value)).length;
  return count.series([
    ...most > 0
      ? [
        scales.difference(error === 0 ? formatNumber(most) : formatWithin(most, error)),
        scales.zero,
      ]
      : [scales.equal],
    ...broken > 0 ? [notFinite(broken)] : [],
  ]);
}
