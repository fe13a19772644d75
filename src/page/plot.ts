import {
  type Corners,
  findInside,
  orderPoints,
  type PlotPoint,
  spanPoints,
  stepTo,
} from "./brush.ts";
import { makeSvg } from "./svg.ts";

/** What a plot tells the page. */
export interface PlotListener {
  /** Shows a pair. */
  readonly select: (k: number) => void;
  /** Lights a pair while the pointer or the focus is on its point; null puts it out. */
  readonly preview: (k: number | null) => void;
  /** Shows only some pairs; it is never empty. */
  readonly choose: (ks: readonly number[]) => void;
}

/** A scatter that the page keeps in step with the grids. */
export interface Plot {
  /** Sets the current pair; null where there is none. */
  readonly mark: (k: number | null) => void;
  /** Fades the points of all other pairs. */
  readonly shown: (ks: ReadonlySet<number>) => void;
  /** Lights a pair; null puts it out. */
  readonly hover: (k: number | null) => void;
}

/** A point and its link. */
interface LinkedPoint extends PlotPoint {
  readonly link: SVGAElement;
}

/** What all parts of one plot know. */
interface Stage extends PlotListener {
  readonly svg: SVGSVGElement;
  readonly points: readonly LinkedPoint[];
  readonly signal: AbortSignal;
  readonly brush: Brush;
}

/** Opens a scatter: links, keys and the brush work until the signal. */
export function openPlot(
  svg: SVGSVGElement,
  { signal, ...listener }: PlotListener & { readonly signal: AbortSignal },
): Plot {
  const points = orderPoints(readPoints(svg));
  const brush = openBrush(svg);
  const stage = { ...listener, svg, points, signal, brush };
  const tab = openKeys(stage);
  openLinks(stage);
  openDrag(stage);
  const [current, light] = [openHalo(svg, "current"), openHalo(svg, "light")];
  const find = (k: number | null): LinkedPoint | null =>
    points.find((each) => each.k === k) ?? null;
  return {
    mark: (k) => {
      current(find(k));
      tab(points.findIndex((each) => each.k === k));
    },
    hover: (k) => light(find(k)),
    shown: (ks) => {
      for (const { k, link } of points) link.classList.toggle("is-out", !ks.has(k));
      brush.keep(ks);
    },
  };
}

function readPoints(svg: SVGSVGElement): readonly LinkedPoint[] {
  return [...svg.querySelectorAll<SVGAElement>("a[data-k]")].map((link) => {
    const use = link.querySelector("use");
    const read = (name: string): number => Number(use?.getAttribute(name));
    return { k: Number(link.dataset.k), x: read("x"), y: read("y"), link };
  });
}

// Above the other points, which keep their place in the order of the document.
function openHalo(svg: SVGSVGElement, name: string): (point: LinkedPoint | null) => void {
  const halo = makeSvg("g", { class: `halo ${name}`, "aria-hidden": "true" });
  return (point) => {
    if (point === null) return halo.remove();
    const { x, y, link } = point;
    const mark = link.querySelector("use")?.cloneNode();
    halo.replaceChildren(makeSvg("circle", { cx: x, cy: y, r: 10 }), ...mark ? [mark] : []);
    svg.append(halo);
  };
}

function findPoint({ points }: Stage, target: EventTarget | null): LinkedPoint | null {
  const link = target instanceof Element ? target.closest<SVGElement>("a[data-k]") : null;
  return points.find((each) => each.link === link) ?? null;
}

function openLinks(stage: Stage): void {
  const { svg, signal, select, preview } = stage;
  const light = ({ type, target }: Event): void =>
    preview(type === "focusout" ? null : findPoint(stage, target)?.k ?? null);
  svg.addEventListener("pointerover", light, { signal });
  svg.addEventListener("pointerleave", () => preview(null), { signal });
  onFocus(stage, light);
  svg.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  svg.addEventListener("click", (event) => {
    const point = findPoint(stage, event.target);
    if (point === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    select(point.k);
  }, { signal });
}

// Chromium lets an SVG with listeners of its own for the focus take it: its parent listens.
function onFocus({ svg, signal }: Stage, listener: (event: Event) => void): void {
  const inside = (event: Event): void => {
    if (event.target instanceof Element && svg.contains(event.target)) listener(event);
  };
  svg.parentElement?.addEventListener("focusin", inside, { signal });
  svg.parentElement?.addEventListener("focusout", inside, { signal });
}

// One tab stop a plot; gives a function that sets it.
function openKeys(stage: Stage): (place: number) => void {
  const { svg, points, signal, brush, choose } = stage;
  let stop = 0;
  let anchor: number | null = null;
  const setStop = (place: number): void => {
    points[stop]?.link.setAttribute("tabindex", "-1");
    stop = Math.max(0, place);
    points[stop]?.link.setAttribute("tabindex", "0");
  };
  setStop(0);
  onFocus(stage, ({ type, target }) => {
    const place = points.findIndex(({ link }) => link === target);
    if (type === "focusin" && place >= 0) setStop(place);
  });
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepTo(event.key, stop, points.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation(); // the same keys step through the pairs elsewhere
    anchor = event.shiftKey ? anchor ?? stop : null;
    points[next]?.link.focus();
    if (anchor === null) return;
    const span = spanPoints(points, anchor, next);
    const ks = span.map(({ k }) => k);
    brush.draw(frame(span), ks);
    choose(ks);
  }, { signal });
  return setStop;
}

// A little larger than the points.
const MARGIN = 7;

function frame(points: readonly PlotPoint[]): Corners {
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  return {
    x: [Math.min(...x) - MARGIN, Math.max(...x) + MARGIN],
    y: [Math.min(...y) - MARGIN, Math.max(...y) + MARGIN],
  };
}

/** The rectangle around the chosen points. */
interface Brush {
  /** Draws it; the kernels are those it was drawn for. */
  readonly draw: (corners: Corners, ks: readonly number[]) => void;
  readonly clear: () => void;
  /** Clears it unless it was drawn for these very kernels. */
  readonly keep: (ks: ReadonlySet<number>) => void;
}

function openBrush(svg: SVGSVGElement): Brush {
  const rect = makeSvg("rect", { class: "brush", "aria-hidden": "true" });
  let chosen: readonly number[] = [];
  return {
    draw: ({ x, y }, ks) => {
      chosen = ks;
      rect.setAttribute("x", String(Math.min(...x)));
      rect.setAttribute("y", String(Math.min(...y)));
      rect.setAttribute("width", String(Math.abs(x[1] - x[0])));
      rect.setAttribute("height", String(Math.abs(y[1] - y[0])));
      if (!rect.isConnected) svg.prepend(rect);
    },
    clear: () => rect.remove(),
    keep: (ks) => {
      if (ks.size !== chosen.length || !chosen.every((k) => ks.has(k))) rect.remove();
    },
  };
}

// In pixels: a hand that clicks moves less.
const CLICK = 4;

// A finger scrolls the page and taps points; mouse and pen draw a rectangle too.
function openDrag(stage: Stage): void {
  const { svg, signal } = stage;
  svg.addEventListener("pointerdown", (down) => {
    if (down.pointerType === "touch" || down.button !== 0 || down.shiftKey) return;
    drag(stage, down);
  }, { signal });
}

function drag({ svg, points, brush, choose, signal }: Stage, down: PointerEvent): void {
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
    svg.addEventListener("click", swallow, { capture: true, once: true, signal });
    setTimeout(() => svg.removeEventListener("click", swallow, { capture: true }));
    const ks = findInside(points, corners);
    if (ks.length > 0) choose(ks);
    else brush.clear();
  }, until);
  svg.addEventListener("pointercancel", cancel, until);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
  }, until);
}

// The click that ends a drag opens no pair.
function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function locate(svg: SVGSVGElement, { clientX, clientY }: PointerEvent): DOMPoint {
  return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
}
