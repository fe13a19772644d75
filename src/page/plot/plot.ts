import halo from "../../../templates/rule/halo.hbs" with { type: "text" };
import point from "../../../templates/rule/point.hbs" with { type: "text" };
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { type Corners, orderPoints, type PlotPoint, spanPoints, stepTo } from "./brush.ts";
import { type Brush, openBrush } from "./brush_frame.ts";
import { openDrag } from "./plot_drag.ts";
import { isPlainClick } from "../shell/click.ts";
import { fill, find, findAll } from "../shell/dom.ts";

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
  /** The class that gives its mark its look. */
  readonly tone: string;
  /** Where its kernel's tile stands; null where it is a symbol. */
  readonly tile: TileBox | null;
  readonly link: SVGAElement;
}

/** The box of a tile in a plot. */
interface TileBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What all parts of one plot know. */
interface PlotParts extends PlotListener {
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
  const parts = { ...listener, svg, points, signal, brush };
  const tab = openKeys(parts);
  openLinks(parts);
  openDrag(parts);
  const [current, light] = [openHalo(svg, "current"), openHalo(svg, "light")];
  const find = (k: number | null): LinkedPoint | null =>
    points.find((each) => each.k === k) ?? null;
  return {
    mark: (k) => {
      current(find(k));
      if (!svg.contains(document.activeElement)) tab(points.findIndex((each) => each.k === k));
    },
    hover: (k) => light(find(k)),
    shown: (ks) => {
      for (const { k, link } of points) link.classList.toggle("is-out", !ks.has(k));
      brush.keep(ks);
    },
  };
}

function readPoints(svg: SVGSVGElement): readonly LinkedPoint[] {
  return findAll<SVGAElement>(HOOKS.points, svg).map((link) => {
    const read = (from: Element | null, name: string): number => Number(from?.getAttribute(name));
    const readCorner = (from: Element | null) => ({ x: read(from, "x"), y: read(from, "y") });
    const tone = link.getAttribute("class") ?? "";
    nameLink(link);
    const box = find<SVGElement>("foreignObject", link);
    const tile = box && {
      ...readCorner(box),
      width: read(box, "width"),
      height: read(box, "height"),
    };
    return { k: Number(link.dataset.k), tone, ...readCorner(find("use", link)), tile, link };
  });
}

// So that no browser shows the title beside the tip.
function nameLink(link: SVGAElement): void {
  const title = find<SVGTitleElement>("title", link);
  if (title === null) return;
  link.setAttribute("aria-label", title.textContent);
  title.remove();
}

/** A point that stands out: the view of `halo.hbs`. */
export interface HaloView extends Pick<LinkedPoint, "tone" | "x" | "y" | "tile"> {
  readonly radius: number;
}

const render = compileTemplates<{ readonly halo: HaloView }>({ halo, point });
const RADIUS = 10;

// Above the other points, which keep their place in the order of the document.
function openHalo(
  svg: SVGSVGElement,
  name: "current" | "light",
): (point: LinkedPoint | null) => void {
  const place = find<SVGElement>(HOOKS.halo(name), svg)!;
  return (point) => fill(place, point === null ? "" : render("halo", { ...point, radius: RADIUS }));
}

function findPoint({ points }: PlotParts, target: EventTarget | null): LinkedPoint | null {
  const link = target instanceof Element ? target.closest<SVGElement>(HOOKS.points) : null;
  return points.find((each) => each.link === link) ?? null;
}

function openLinks(parts: PlotParts): void {
  const { svg, signal, select, preview } = parts;
  const light = ({ type, target }: Event): void =>
    preview(type === "focusout" ? null : findPoint(parts, target)?.k ?? null);
  svg.addEventListener("pointerover", light, { signal });
  svg.addEventListener("pointerleave", () => preview(null), { signal });
  onFocus(parts, light);
  svg.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  svg.addEventListener("click", (event) => {
    const point = findPoint(parts, event.target);
    if (point === null || !isPlainClick(event)) return;
    event.preventDefault();
    select(point.k);
  }, { signal });
}

// Chromium lets an SVG with listeners of its own for the focus take it: its parent listens.
function onFocus({ svg, signal }: PlotParts, listener: (event: Event) => void): void {
  const inside = (event: Event): void => {
    if (event.target instanceof Element && svg.contains(event.target)) listener(event);
  };
  svg.parentElement?.addEventListener("focusin", inside, { signal });
  svg.parentElement?.addEventListener("focusout", inside, { signal });
}

// One tab stop a plot; gives a function that sets it.
function openKeys(parts: PlotParts): (place: number) => void {
  const { svg, points, signal, brush, choose } = parts;
  let stop = 0;
  let anchor: number | null = null;
  let stepping = false;
  const setStop = (place: number): void => {
    points[stop]?.link.setAttribute("tabindex", "-1");
    stop = Math.max(0, place);
    points[stop]?.link.setAttribute("tabindex", "0");
  };
  setStop(0);
  onFocus(parts, ({ type, target }) => {
    const place = points.findIndex(({ link }) => link === target);
    if (type !== "focusin" || place < 0) return;
    setStop(place);
    if (!stepping) anchor = null;
  });
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepTo(event.key, stop, points.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation(); // the same keys step through the pairs elsewhere
    anchor = event.shiftKey ? anchor ?? stop : null;
    stepping = true;
    points[next]?.link.focus();
    stepping = false;
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
