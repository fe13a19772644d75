import { openCanvas } from "../tile/canvas.ts";
import {
  GREY,
  SANS,
  type SharedNumber,
  type SharedPicture,
  type SharedView,
} from "./shared_view.ts";

const WIDTH = 1200; // pixels
const MARGIN = 36;
const INSIDE = WIDTH - 2 * MARGIN;
const GAP = 24;
const NARROW = 160;
const INK = "#191b1e";
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
  let y = MARGIN + 28;
  y = writeLines(context, [view.title], { y, font: `650 28px ${SANS}`, colour: INK, step: 34 });
  y = writeLines(context, view.facts, { y, font: `15px ${SANS}`, colour: GREY, step: 22 });
  y = drawPictures(context, view.pictures, y);
  y = drawNumbers(context, view.numbers, y + 12);
  y += 18;
  const said = [foot.address, foot.generator];
  y = writeLines(context, said, { y, font: `13px ${SANS}`, colour: GREY, step: 18 });
  return y + MARGIN - 18;
}

interface Lines {
  readonly y: number;
  readonly font: string;
  readonly colour: string;
  readonly step: number;
  readonly x?: number;
  readonly width?: number;
}

// Gives the base line of the next.
function writeLines(
  context: CanvasRenderingContext2D,
  texts: readonly string[],
  { y, font, colour, step, x = MARGIN, width = INSIDE }: Lines,
): number {
  context.font = font;
  context.fillStyle = colour;
  const lines = texts.flatMap((text) => breakLines(context, text, width));
  lines.forEach((line, i) => context.fillText(line, x, y + i * step));
  return y + lines.length * step;
}

// At blanks and behind slashes; signs of Chinese anywhere.
function breakLines(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=[\s/&·])|(?<=\p{Script=Han})/u)) {
    const longer = (lines.at(-1) ?? "") + part;
    const fits = context.measureText(longer.trimEnd()).width <= width;
    if (lines.length > 0 && fits) lines.splice(-1, 1, longer);
    else lines.push(part);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
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
      ...{ x, y, width, step: 20, font: `600 15px ${SANS}`, colour: INK },
    });
    const end = writeLines(context, [note].filter(Boolean), {
      ...{ x, y: below, width, step: 17, font: `13px ${SANS}`, colour: GREY },
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
