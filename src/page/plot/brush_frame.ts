import { HOOKS } from "../../site/hook/hooks.ts";
import type { Corners } from "./brush.ts";
import { find } from "../shell/dom.ts";

/** The rectangle around the chosen points. */
export interface Brush {
  /** Draws it; the kernels are those it was drawn for. */
  readonly draw: (corners: Corners, ks: readonly number[]) => void;
  readonly clear: () => void;
  /** Clears it unless it was drawn for these very kernels. */
  readonly keep: (ks: ReadonlySet<number>) => void;
}

/** Opens the rectangle of a plot; it is not drawn yet. */
export function openBrush(svg: SVGSVGElement): Brush {
  const rect = find<SVGRectElement>(HOOKS.brush, svg)!;
  const clear = (): void => {
    for (const side of SIDES) rect.removeAttribute(side);
  };
  let chosen: readonly number[] = [];
  return {
    draw: ({ x, y }, ks) => {
      chosen = ks;
      rect.setAttribute("x", String(Math.min(...x)));
      rect.setAttribute("y", String(Math.min(...y)));
      rect.setAttribute("width", String(Math.abs(x[1] - x[0])));
      rect.setAttribute("height", String(Math.abs(y[1] - y[0])));
    },
    clear,
    keep: (ks) => {
      if (ks.size !== chosen.length || !chosen.every((k) => ks.has(k))) clear();
    },
  };
}

// Without them nothing is drawn.
const SIDES = ["x", "y", "width", "height"] as const;
