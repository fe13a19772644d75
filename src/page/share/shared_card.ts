import { openCanvas } from "../tile/canvas.ts";
import {
  GREY,
  INK,
  INSIDE,
  SANS,
  type SharedNumber,
  type SharedPicture,
  type SharedView,
} from "./shared_view.ts";
import { writeLines } from "./written_lines.ts";

const MARGIN = 36; // pixels
const WIDTH = INSIDE + 2 * MARGIN;
const GAP = 24;
const NARROW = 160;
const COLUMNS = 3;
const LINE = 20;

/** What stands at the foot: where it comes from. */
export interface CardFoot {
  readonly address: string;
  readonly generator: string;
}

/** Draws what is shared as one picture: title, pictures, numbers and address. */
export function drawCard(view: SharedView, foot: CardFoot): HTMLCanvasElement {
  const context = openCanvas({ width: WIDTH, height: 1 });
  // Twice: how high it is shows when it has been drawn.
  context.canvas.height = Math.ceil(drawOnto(context, view, foot));
  drawOnto(context, view, foot);
  return context.canvas;
}

function drawOnto(context: CanvasRenderingContext2D, view: SharedView, foot: CardFoot): number {
  context.fillStyle = "#fff";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  const inside = { x: MARGIN, width: INSIDE };
  let y = MARGIN + 28;
  y = writeLines(context, [view.title], { ...inside, y, font: "650 28px", colour: INK, step: 34 });
  y = writeLines(context, view.facts, { ...inside, y, font: "15px", colour: GREY, step: 22 });
  y = drawPictures(context, view.pictures, y);
  y = drawNumbers(context, view.numbers, y + 12);
  y += 18;
  const said = [foot.address, foot.generator];
  y = writeLines(context, said, { ...inside, y, font: "13px", colour: GREY, step: 18 });
  return y + MARGIN - 18;
}

function drawPictures(
  context: CanvasRenderingContext2D,
  pictures: readonly SharedPicture[],
  from: number,
): number {
  let [x, top, bottom] = [MARGIN, from, from];
  for (const { canvas, caption, note } of pictures) {
    const width = Math.max(canvas.width, NARROW);
    if (x > MARGIN && x + width > MARGIN + INSIDE) [x, top] = [MARGIN, bottom + GAP];
    context.drawImage(canvas, x, top);
    const y = top + canvas.height + 20;
    const below = writeLines(context, [caption], {
      ...{ x, y, width, step: 20, font: "600 15px", colour: INK },
    });
    const end = writeLines(context, [note].filter(Boolean), {
      ...{ x, y: below, width, step: 17, font: "13px", colour: GREY },
    });
    bottom = Math.max(bottom, end);
    x += width + GAP;
  }
  return bottom;
}

function drawNumbers(
  context: CanvasRenderingContext2D,
  numbers: readonly SharedNumber[],
  from: number,
): number {
  const rows = Math.ceil(numbers.length / COLUMNS);
  const width = (INSIDE - (COLUMNS - 1) * GAP) / COLUMNS;
  numbers.forEach(({ name, value }, i) => {
    const x = MARGIN + Math.floor(i / rows) * (width + GAP);
    const y = from + (i % rows) * LINE;
    context.font = `13px ${SANS}`;
    context.fillStyle = INK;
    const wide = Math.min(width / 2, context.measureText(value).width);
    context.fillText(value, x + width - wide, y, wide);
    context.fillStyle = GREY;
    context.fillText(name, x, y, width - wide - 8);
  });
  return from + rows * LINE;
}
