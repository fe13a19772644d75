import type { Selector } from "./selector_text.ts";
import { visible } from "../problem/visible.ts";
import { findNearestName } from "../problem/nearest_name.ts";
import { countPositions, type SelectableLayer } from "./selectable_layer.ts";

const MOST_LISTED = 12; // layers in a message; a deep network has hundreds

/**
 * Says that a selector matches none of the layers, which one it may have meant, and which there
 * are.
 */
export function describeMiss(selector: Selector, layers: readonly SelectableLayer[]): string {
  const start = `Cannot select layers "${visible(selector.text)}"`;
  if (layers.length === 0) return `${start}: there are no layers`;
  const nearest = findNearestSelector(selector, layers);
  const suggestion = nearest === null ? "." : `; did you mean "${visible(nearest)}"?`;
  return `${start}: it matches none of ${countLayers(layers)}${suggestion} There are: ${
    listLayers(layers)
  }`;
}

function findNearestSelector(
  selector: Selector,
  layers: readonly SelectableLayer[],
): string | null {
  const mark = selector.excludes ? "!" : "";
  switch (selector.kind) {
    case "position":
      return null;
    case "op": {
      const op = findNearestName(selector.glob, layers.map((layer) => layer.op));
      return op === null ? null : `${mark}op:${op}`;
    }
    case "name": {
      const name = findNearestName(selector.glob, layers.map((layer) => layer.name));
      return name === null ? null : `${mark}${name}`;
    }
  }
}

function countLayers({ length }: readonly SelectableLayer[]): string {
  return length === 1 ? "1 layer" : `${length} layers`;
}

function listLayers(layers: readonly SelectableLayer[]): string {
  const positions = countPositions(layers);
  const listed = layers.slice(0, MOST_LISTED).map(({ name, op }, i) => {
    const position = positions[i] === null ? "" : `#${positions[i]} `;
    return `${position}${name || "unnamed"} (${op})`;
  });
  const more = layers.length > MOST_LISTED ? ` and ${layers.length - MOST_LISTED} more` : "";
  return visible(listed.join(", ")) + more;
}
