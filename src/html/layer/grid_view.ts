import { formatCount } from "../../site/format.ts";
import { chooseSize } from "../../site/tile/frame_view.ts";
import { describeSamples } from "../../site/layer_facts.ts";
import { describeScale } from "./picture_view.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { type CellView, STILL_PAIRS, viewPairCells } from "../../site/tile/pair_cells.ts";
import { listKernelViews } from "../../site/tile/kernel_view.ts";
import type { GridSize } from "../../site/tile/sprite.ts";
import { describeView } from "../../site/tile/view_text.ts";

/** Kernels and maps side by side: the view of `grid.hbs`. */
export interface GridView {
  /** The size at which the tiles are shown at first. */
  readonly size: GridSize;
  /** The kernels in each of their views. */
  readonly kernels: readonly KernelsView[];
  /** The grid of maps of each photo. */
  readonly maps: readonly MapsView[];
  /** Whether kernels and maps are both there. */
  readonly both: boolean;
  /** How many pairs are shown at first: all. */
  readonly shown: string;
  readonly cells: readonly CellView[];
  /** How many of the pairs stand in it, in words; null where all do. */
  readonly first: string | null;
}

/** The grid of maps of one photo. */
export interface MapsView {
  /** The number of the photo, from 1. */
  readonly number: string;
  readonly photo: string;
  /** How many of the samples that the layer made of the photo are shown; null where it is one. */
  readonly samples: string | null;
  readonly scale: string;
  /** The scale of the same maps behind what follows the convolution; null where nothing follows. */
  readonly activated: string | null;
}

/** The kernels in one of their views. */
export interface KernelsView {
  readonly view: string;
  /** What the tiles are, in words; null where nothing needs to be said. */
  readonly says: string | null;
  readonly scale: string;
}

/** Views the grids of a layer; `photos` are the names of its photos, in the order of its maps. */
export function viewGrid(subject: LayerSubject, photos: readonly string[]): GridView {
  const { words, layer } = subject;
  const kernels = listKernelViews(layer);
  const maps = layer.maps[0]?.picture ?? null;
  const pairs = formatCount(layer.pairs);
  const still = Math.min(STILL_PAIRS, layer.pairs);
  return {
    size: chooseSize(layer.pairs),
    kernels: kernels.map((viewed) => {
      const { view, picture } = viewed;
      const says = describeView(viewed, subject, words);
      return { view, says, scale: describeScale(picture, words) };
    }),
    maps: layer.maps.map((_, i) => viewMaps(subject, i, photos[i]!)),
    both: kernels.length > 0 && maps !== null,
    shown: words.tools.shown(pairs, pairs),
    cells: viewPairCells(layer, words, { from: 0, to: still }),
    first: still < layer.pairs ? words.tools.firstPairs(formatCount(still), pairs) : null,
  };
}

function viewMaps({ words, layer }: LayerSubject, i: number, photo: string): MapsView {
  const { picture, activated, samples } = layer.maps[i]!;
  return {
    number: String(i + 1),
    photo,
    samples: describeSamples(samples, words),
    scale: describeScale(picture, words),
    activated: activated && describeScale(activated, words),
  };
}
