import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { findCell, findStep } from "./cell_moves.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { formatWithin } from "../../site/format_within.ts";
import type { Tile } from "../../tensor/tile_bytes.ts";
import { drawCrosshair, layCrosshair } from "./crosshair.ts";
import type { PixelLayout, Spot } from "../tile/pixel_layout.ts";
import { clamp } from "../../site/field/cell.ts";

/** The numbers of a pair and where they stand. */
export interface ComparedNumbers {
  /** Null where they are not known. */
  readonly a: Tile | null;
  readonly b: Tile | null;
  /** A − B; null where they cannot be compared. */
  readonly difference: Tile | null;
  /** Where the numbers of A and of B stand in their pictures. */
  readonly layouts: readonly [PixelLayout | null, PixelLayout | null];
  /** Where those of A − B stand; null where they cannot be compared. */
  readonly flat: PixelLayout | null;
  /** What A and B are called. */
  readonly names: readonly [string, string];
  /** The names of the channels that the slices of A and of B read; none where they have no names. */
  readonly channels: readonly [readonly string[], readonly string[]];
}

/** The point at which values of A and B are read. */
export interface PixelReadout {
  /** Reads the numbers of another pair, at first where A and B differ most. */
  show(numbers: ComparedNumbers): void;
  clear(): void;
}

/** Takes hold of the pictures that can be pointed at. */
export function openPixelReadout(words: ComparePageWords, signal: AbortSignal): PixelReadout {
  let numbers: ComparedNumbers | null = null;
  let at = { x: 0, y: 0 }; // of the picture that was pointed at last
  const boxes = findAll(HOOKS.readouts);

  const findLayout = (box: HTMLElement): PixelLayout | null => {
    const { layouts: [a = null, b = null] = [], flat = null } = numbers ?? {};
    return { a, b, wipe: a, difference: flat }[box.dataset.readout!] ?? null;
  };

  function place(box: HTMLElement, x: number, y: number): void {
    const layout = findLayout(box);
    if (!numbers || !layout) return;
    at = { x: clamp(x, layout.width), y: clamp(y, layout.height) };
    for (const each of boxes) {
      const own = findLayout(each);
      if (own) markPixel(each, own, carry(at, layout, own));
    }
    tell("reading", describe(words, { numbers, box, layout, at }));
  }

  for (const box of boxes) {
    box.addEventListener("pointermove", (event) => {
      const layout = findLayout(box);
      if (!layout) return;
      const { row, column } = findCell(box, event, layout);
      place(box, column, row);
    }, { signal });
    box.addEventListener("keydown", (event) => {
      const step = findStep(event);
      if (!step) return;
      event.preventDefault();
      place(box, at.x + step.column, at.y + step.row);
    }, { signal });
  }

  return {
    show: (next) => {
      numbers = next;
      const box = boxes.find((each) => each.offsetParent !== null && findLayout(each) !== null);
      const layout = box && findLayout(box);
      if (box && layout) {
        const { x, y } = findStart(layout, next.difference && next.difference.numbers);
        place(box, x, y);
      } else tell("reading", describeNothing(words, next));
    },
    clear: () => {
      numbers = null;
      for (const crosshair of findAll<SVGElement>(HOOKS.readoutCrosshairs)) {
        drawCrosshair(crosshair, null);
      }
    },
  };
}

// There may be numbers, and tiles that show something else.
function describeNothing({ compare, tools }: ComparePageWords, numbers: ComparedNumbers): string {
  const isElsewhere = numbers.a !== null && numbers.layouts.every((layout) => layout === null);
  return isElsewhere ? tools.views.noWeights : compare.noReading;
}

interface Placed {
  readonly numbers: ComparedNumbers;
  readonly box: HTMLElement;
  readonly layout: PixelLayout;
  readonly at: { readonly x: number; readonly y: number };
}

function describe({ compare }: ComparePageWords, { numbers, box, layout, at }: Placed): string {
  const { a, b, difference, layouts, names, channels } = numbers;
  const spot = layout.at(at.x, at.y);
  if (!spot) return compare.noReading;
  const whole = box.dataset.readout === "difference" || difference !== null;
  const spots = layouts.map((own) => {
    if (whole || own === null) return spot; // the numbers lie alike
    const { x, y } = carry(at, layout, own);
    return own.at(x, y);
  });
  const values = [
    compare.valueOf(names[0], read(a, spots[0]!, channels[0])),
    compare.valueOf(names[1], read(b, spots[1]!, channels[1])),
    ...difference === null
      ? []
      : [compare.valueOf(compare.difference, read(difference, spot, channels[0]))],
  ];
  return compare.reading(describePlace(spot, channels[0], compare), values);
}

function describePlace(
  { slice, row, column }: Spot,
  channels: readonly string[],
  { cell, weight, channel }: ComparePageWords["compare"],
): string {
  const [y, x] = [String(row), String(column)];
  if (slice === null) return cell(y, x);
  const name = channels[slice];
  return name === undefined ? weight(String(slice), y, x) : channel(name, y, x);
}

// Several numbers stand for a channel each.
function read(tile: Tile | null, spot: Spot | null, channels: readonly string[]): string {
  if (tile === null || spot === null) return "–";
  const { indices } = spot;
  const values = indices.map((i) => tile.numbers[i]!);
  return indices.length === 1
    ? formatWithin(values, tile.error)
    : `(${formatWithin(values, tile.error, channels)})`;
}

// To the same place of a picture of another size.
function carry(
  { x, y }: Placed["at"],
  from: PixelLayout,
  to: PixelLayout,
): { readonly x: number; readonly y: number } {
  return {
    x: clamp(Math.floor((x + .5) / from.width * to.width), to.width),
    y: clamp(Math.floor((y + .5) / from.height * to.height), to.height),
  };
}

function findStart(layout: PixelLayout, difference: Float32Array | null): Placed["at"] {
  let [start, most] = [{ x: layout.width >> 1, y: layout.height >> 1 }, -1];
  if (difference === null) return start;
  for (let y = 0; y < layout.height; y++) {
    for (let x = 0; x < layout.width; x++) {
      for (const i of layout.at(x, y)?.indices ?? []) {
        if (!(Math.abs(difference[i]!) > most)) continue;
        most = Math.abs(difference[i]!);
        start = { x, y };
      }
    }
  }
  return start;
}

function markPixel(box: HTMLElement, layout: PixelLayout, { x, y }: Placed["at"]): void {
  const crosshair = find<SVGElement>(HOOKS.crosshair, box)!;
  crosshair.setAttribute("preserveAspectRatio", "none");
  layCrosshair(crosshair, layout);
  drawCrosshair(crosshair, { left: x, top: y, width: 1, height: 1 });
}
