import { SANS } from "./shared_view.ts";

/** Where lines are written, and how. */
export interface Lines {
  /** The left end and the base line of the first. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Such as `600 15px`. */
  readonly font: string;
  readonly colour: string;
  /** From one base line to the next. */
  readonly step: number;
}

/** Writes texts below one another, broken where they are too wide; gives the base line of the next. */
export function writeLines(
  context: CanvasRenderingContext2D,
  texts: readonly string[],
  { x, y, width, font, colour, step }: Lines,
): number {
  context.font = `${font} ${SANS}`;
  context.fillStyle = colour;
  const lines = texts.flatMap((text) => breakLines(context, text, width));
  lines.forEach((line, i) => context.fillText(line, x, y + i * step));
  return y + lines.length * step;
}

// At blanks and within names; signs of Chinese anywhere.
function breakLines(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=[\s/_&·])|(?<=\.)(?=\p{L})|(?<=\p{Script=Han})/u)) {
    const longer = (lines.at(-1) ?? "") + part;
    const fits = context.measureText(longer.trimEnd()).width <= width;
    if (lines.length > 0 && fits) lines.splice(-1, 1, longer);
    else lines.push(part);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
