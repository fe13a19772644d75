import type { Size } from "../../raster/raster.ts";
import { findAll } from "../shell/dom.ts";
import { openCanvas } from "../tile/canvas.ts";

// What the style sheets of the page say of what is drawn: they do not reach into a picture.
const STYLES = [
  "display",
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "vector-effect",
];

/** Draws an SVG of the page as it looks on light paper. */
export async function drawSvg(svg: SVGElement, size: Size): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(writeSvg(svg, size))}`;
  await image.decode();
  const context = openCanvas(size);
  context.drawImage(image, 0, 0, size.width, size.height);
  return context.canvas;
}

function writeSvg(svg: SVGElement, { width, height }: Size): string {
  const copy = svg.cloneNode(true) as SVGElement;
  const copies = [copy, ...copy.getElementsByTagName("*")];
  withLightColours(svg, () => {
    [svg, ...svg.getElementsByTagName("*")].forEach((each, i) => {
      const style = getComputedStyle(each);
      for (const name of STYLES) copies[i]!.setAttribute(name, style.getPropertyValue(name));
    });
  });
  for (const link of findAll("a", copy)) link.removeAttribute("href");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** Lets a part of the page be read in the colours of the light theme, whichever is chosen. */
export function withLightColours<Read>(part: HTMLElement | SVGElement, read: () => Read): Read {
  const { style } = part;
  const before = style.colorScheme;
  style.colorScheme = "light";
  const found = read();
  style.colorScheme = before;
  return found;
}
