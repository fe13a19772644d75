import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll } from "../shell/dom.ts";
import { openCanvas } from "../tile/canvas.ts";
import { drawSvg, withLightColours } from "./drawn_svg.ts";
import { GREY, INK, INSIDE } from "./shared_view.ts";
import { writeLines } from "./written_lines.ts";

const LABEL = 220; // pixels
const RANGE = 60;
const INNER = INSIDE - LABEL - RANGE;
const GAP = 8;
// Room for a name, and two lines of what it is measured in.
const NAMED = 44;
const LEGEND = 30;

/** A row of the atlas, and what is drawn of it. */
interface Strip {
  readonly svg: SVGElement;
  readonly height: number;
  readonly name: string;
  /** Its unit, and its ends: the upper and the lower. */
  readonly said: readonly string[];
}

/** Draws the rows of the atlas that are shown, with their names; layers not found stand back. */
export async function drawAtlas(atlas: HTMLElement): Promise<HTMLCanvasElement> {
  const strips = findAll(HOOKS.atlasStrips, atlas).filter(({ hidden }) => !hidden).map(readStrip);
  const tall = strips.reduce((sum, { height }) => sum + height + GAP, 0);
  const context = openCanvas({ width: INSIDE, height: tall + LEGEND });
  let top = 0;
  for (const strip of strips) {
    const drawn = await drawSvg(strip.svg, { width: INNER, height: strip.height });
    context.drawImage(drawn, LABEL, top);
    writeStrip(context, strip, top);
    top += strip.height + GAP;
  }
  veilColumns(context, atlas, tall);
  drawForms(context, tall);
  return context.canvas;
}

function readStrip(row: HTMLElement): Strip {
  const svg = find<SVGElement>("svg", row)!;
  const name = find("b", row)?.textContent ?? "";
  const tall = Math.round(svg.getBoundingClientRect().height);
  const said = findAll("span", row).map(({ textContent }) => textContent ?? "");
  return { svg, name, said, height: name === "" ? tall : Math.max(tall, NAMED) };
}

function writeStrip(
  context: CanvasRenderingContext2D,
  { name, said: [unit = "", high = "", low = ""], height }: Strip,
  top: number,
): void {
  const label = { x: 0, width: LABEL - 16, step: 12 };
  writeLines(context, [name], { ...label, y: top + 12, font: "600 13px", colour: INK });
  writeLines(context, [unit], { ...label, y: top + 26, font: "11px", colour: GREY });
  const end = { x: LABEL + INNER + 6, width: RANGE, step: 12, font: "11px", colour: GREY };
  writeLines(context, [high], { ...end, y: top + 9 });
  writeLines(context, [low], { ...end, y: top + height });
}

function veilColumns(context: CanvasRenderingContext2D, atlas: HTMLElement, height: number): void {
  const columns = findAll("a", find(HOOKS.atlasColumns, atlas)!);
  const width = INNER / columns.length;
  context.fillStyle = "rgb(255 255 255 / .72)";
  columns.forEach((column, i) => {
    if (column.classList.contains("is-out")) context.fillRect(LABEL + i * width, 0, width, height);
  });
}

// How kernels are made, by the colours of the first row.
function drawForms(context: CanvasRenderingContext2D, top: number): void {
  let x = 0;
  for (const form of findAll(HOOKS.atlasForms)) {
    const colour = withLightColours(form, () => getComputedStyle(form).backgroundColor);
    const name = form.parentElement!.textContent!;
    context.fillStyle = colour;
    context.fillRect(x, top + 10, 11, 11);
    writeLines(context, [name], {
      ...{ x: x + 16, y: top + 20, width: INSIDE, step: 14, font: "12px", colour: GREY },
    });
    x += 16 + Math.ceil(context.measureText(name).width) + 18;
  }
}
