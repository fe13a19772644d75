import type { Picture } from "../../plan/picture.ts";
import { openCanvas } from "../tile/canvas.ts";
import { listStops } from "../tile/colour_stops.ts";
import { paintDifference } from "../tile/difference.ts";
import type { PixelLayout } from "../tile/pixel_layout.ts";
import type { CompareState } from "../sides/compare_state.ts";
import type { Differences, PairDifference } from "../sides/differences.ts";

// What every engine makes a canvas of.
const MOST_PIXELS = 1 << 24;
const PADDING = 1;

/** Lays out the sheet of A − B of all pairs, as square as they allow. */
export function layoutDifferenceSheet({ layout, pairs }: Differences): Picture {
  const { width: tileWidth, height: tileHeight } = thinOut(layout, pairs.length);
  const [across, down] = [tileWidth + PADDING, tileHeight + PADDING];
  const columns = Math.max(1, Math.ceil(Math.sqrt(pairs.length * down / across)));
  const rows = Math.ceil(pairs.length / columns);
  return {
    ...{ kind: "maps", file: "", scale: "", tileWidth, tileHeight, columns, padding: PADDING },
    width: PADDING + columns * across,
    height: PADDING + rows * down,
  };
}

// Every n-th pixel of tiles that no canvas would hold.
function thinOut(layout: PixelLayout, count: number): PixelLayout {
  const step = Math.ceil(Math.sqrt(layout.width * layout.height * count / MOST_PIXELS));
  if (step <= 1) return layout;
  return {
    width: Math.ceil(layout.width / step),
    height: Math.ceil(layout.height / step),
    at: (x, y) => layout.at(x * step, y * step),
  };
}

/** Draws A − B of all pairs that are known, zero in the page's colour, and gives the sheet's URL. */
export function drawDifferenceSheet(
  differences: Differences,
  { scale, dark }: { readonly scale: CompareState["scale"]; readonly dark: boolean },
): string {
  const { width, height, tileWidth, tileHeight, columns } = layoutDifferenceSheet(differences);
  const { pairs } = differences;
  const layout = thinOut(differences.layout, pairs.length);
  const context = openCanvas({ width, height });
  const stops = listStops("signed", dark);
  const limits = listLimits(pairs, scale);
  pairs.forEach((pair, k) => {
    if (pair === null) return;
    const pixels = paintDifference(pair.numbers, layout, { most: limits[k]!, stops });
    const x = PADDING + k % columns * (tileWidth + PADDING);
    const y = PADDING + Math.floor(k / columns) * (tileHeight + PADDING);
    context.putImageData(new ImageData(pixels, tileWidth, tileHeight), x, y);
  });
  return context.canvas.toDataURL();
}

/** Lists what the strongest colours of each pair stand for. */
export function listLimits(
  pairs: readonly (PairDifference | null)[],
  scale: CompareState["scale"],
): readonly number[] {
  switch (scale) {
    case "pair": {
      const share = findLargestShare(pairs);
      return pairs.map((pair) => share * (pair?.whole ?? 0));
    }
    case "tile":
      return pairs.map((pair) => pair?.most ?? 0);
    case "all": {
      const most = pairs.reduce((most, pair) => Math.max(most, pair?.most ?? 0), 0);
      return pairs.map(() => most);
    }
  }
}

/** Finds the largest share of a pair's largest value that A and B of the pair are apart. */
export function findLargestShare(pairs: readonly (PairDifference | null)[]): number {
  return pairs.reduce((most, pair) => {
    return pair === null || pair.whole === 0 ? most : Math.max(most, pair.most / pair.whole);
  }, 0);
}
