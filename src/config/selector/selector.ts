import { matchGlob } from "./glob.ts";
import { describeMiss } from "./selector_miss.ts";
import { parseSelector, type Selector } from "./selector_text.ts";
import type { SelectableLayer } from "./selectable_layer.ts";

type Layers = readonly SelectableLayer[];

/**
 * Finds the layers that a list of selectors chooses, as indices in ascending order.
 *
 * A selector is a node's exact name, a glob of names (`*` also crosses `/`), a position (`#0`;
 * `#-1` is the last), or `op:` and a glob of operators in any case; `!` before it leaves out. The
 * order of the list has no meaning: what is left out is taken from what is chosen, or from all
 * layers where nothing is chosen. A node whose name begins with `!`, `#` or `op:` is reached by a
 * glob, such as `[#]0`.
 *
 * @param selectors The selectors; an empty list chooses all layers.
 * @param layers The layers to choose from, in the model's order.
 * @returns Indices into `layers`, at least one.
 * @throws {RangeError} Where a selector matches no layer, or nothing is left.
 * @throws {SyntaxError} Where a selector is none, such as `#x`.
 */
export function selectLayers(selectors: readonly string[], layers: Layers): number[] {
  const parsed = selectors.map(parseSelector);
  const everything = layers.map((_, i) => i);
  const chosen = new Set(
    parsed.every((selector) => selector.excludes) ? indicesWhere(layers, isUsual) : [],
  );
  const excluded = new Set<number>();
  for (const selector of parsed) {
    const side = selector.excludes ? excluded : chosen;
    for (const i of matchLayers(selector, layers)) side.add(i);
  }
  const left = everything.filter((i) => chosen.has(i) && !excluded.has(i));
  if (left.length === 0) {
    throw new RangeError(
      `Cannot select layers ${JSON.stringify(selectors)}: none of the ${layers.length} is left`,
    );
  }
  return left;
}

function matchLayers(selector: Selector, layers: Layers): number[] {
  const indices = findIndices(selector, layers);
  if (indices.length === 0) throw new RangeError(describeMiss(selector, layers));
  return indices;
}

function findIndices(selector: Selector, layers: Layers): number[] {
  switch (selector.kind) {
    case "position": {
      const counted = indicesWhere(layers, ({ counted = true }) => counted);
      const at = counted.at(selector.position);
      return at === undefined ? [] : [at];
    }
    case "op":
      return indicesWhere(layers, ({ op }) => matchGlob(selector.glob, op, { ignoreCase: true }));
    case "name": {
      const exact = indicesWhere(layers, ({ name }) => name === selector.glob);
      if (exact.length > 0) return exact;
      return selector.glob === "*"
        ? indicesWhere(layers, isUsual)
        : indicesWhere(layers, ({ name }) => matchGlob(selector.glob, name));
    }
  }
}

function isUsual({ usual = true }: SelectableLayer): boolean {
  return usual;
}

function indicesWhere(layers: Layers, test: (layer: SelectableLayer) => boolean): number[] {
  return layers.flatMap((layer, i) => test(layer) ? [i] : []);
}
