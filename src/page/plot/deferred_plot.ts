import { watchViewport } from "../shell/viewport.ts";
import type { Plot } from "./plot.ts";

/** A plot that is opened once its place comes near the window, and follows the page only there. */
export function openDeferredPlot(
  place: Element,
  signal: AbortSignal,
  open: () => Plot | null | Promise<Plot | null>,
): Plot {
  let opened: Promise<void> | null = null;
  let plot: Plot | null = null;
  let isNear = false;
  const due = new Map<keyof Plot, (plot: Plot) => void>(); // the last of each kind
  const tell = (name: keyof Plot, act: (plot: Plot) => void): void => {
    if (plot && isNear) act(plot);
    else due.set(name, act);
  };
  const settle = (): void => {
    if (!plot || !isNear) return;
    for (const act of due.values()) act(plot);
    due.clear();
  };
  watchViewport(place, signal, (near) => {
    isNear = near;
    if (near) opened ??= Promise.resolve(open()).then((found) => void (plot = found));
    void opened?.then(settle);
  });
  return {
    mark: (k) => tell("mark", (plot) => plot.mark(k)),
    hover: (k) => tell("hover", (plot) => plot.hover(k)),
    shown: (ks) => tell("shown", (plot) => plot.shown(ks)),
  };
}
