import { type Corners, findInside, type PlotPoint } from "./brush.ts";
import type { Brush } from "./brush_frame.ts";
import { swallowClick } from "../shell/click.ts";

/** What a drag over a plot draws and chooses. */
export interface Dragged {
  readonly svg: SVGSVGElement;
  readonly points: readonly PlotPoint[];
  readonly brush: Brush;
  readonly choose: (ks: readonly number[]) => void;
  readonly signal: AbortSignal;
}

// In pixels: a hand that clicks moves less.
const CLICK = 4;

/** Lets mouse and pen draw a rectangle over points; a finger scrolls the page and taps points. */
export function openDrag(parts: Dragged): void {
  const { svg, signal } = parts;
  svg.addEventListener("pointerdown", (down) => {
    if (down.pointerType === "touch" || down.button !== 0 || down.shiftKey) return;
    drag(parts, down);
  }, { signal });
}

function drag({ svg, points, brush, choose, signal }: Dragged, down: PointerEvent): void {
  const ended = new AbortController();
  const until = { signal: AbortSignal.any([signal, ended.signal]) };
  let corners: Corners | null = null;
  const end = (): void => ended.abort();
  const cancel = (): void => {
    if (corners !== null) brush.clear();
    end();
  };
  svg.addEventListener("pointermove", (move) => {
    const distance = Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY);
    if (corners === null && distance < CLICK) return;
    if (corners === null) svg.setPointerCapture(down.pointerId);
    const [from, to] = [locate(svg, down), locate(svg, move)];
    corners = { x: [from.x, to.x], y: [from.y, to.y] };
    brush.draw(corners, findInside(points, corners));
  }, until);
  svg.addEventListener("pointerup", () => {
    end();
    if (corners === null) return;
    swallowClick(svg, signal); // it opens no pair
    const ks = findInside(points, corners);
    if (ks.length > 0) choose(ks);
    else brush.clear();
  }, until);
  svg.addEventListener("pointercancel", cancel, until);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
  }, until);
}

function locate(svg: SVGSVGElement, { clientX, clientY }: PointerEvent): DOMPoint {
  return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
}
