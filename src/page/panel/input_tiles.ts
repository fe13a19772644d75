import { encodePath, formatParams } from "../../site/address.ts";
import { findInputKernel } from "../../site/tile/input_kernels.ts";
import { namePage } from "../../plan/language.ts";
import { findMaps, type PanelContext } from "../pair/panel_context.ts";
import { nameLook } from "../tile/colour_filters.ts";
import { findSheet, fitSide, type PlacedTile } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

/** How something that a kernel reads looks. */
export interface InputTiles {
  readonly input: string;
  /** The kernel that makes it, where one does. */
  readonly href: string | null;
  /** The kernel that makes it, as its layer shows it at first; null where there is no such picture. */
  readonly kernel: PlacedTile | null;
  /** Itself on the photo; null where it is not drawn. */
  readonly map: PlacedTile | null;
}

/** Finds how an input of a layer looks on the photo of the page. */
export function findInputTiles(
  { data, files, words }: PanelContext,
  input: number,
  { image, map }: Pick<ViewState, "image" | "map">,
): InputTiles {
  const maker = findInputKernel(data.layer, input);
  const made = maker && data.inputKernels.find(({ layer }) => layer === maker.layer);
  const maps = data.layer.maps.length > 0 ? findSheet(files, findMaps(data, image).inputs) : null;
  const page = maker && `../${encodePath(maker.layer)}/${namePage(words.language)}`;
  return {
    input: String(input),
    href: maker && `${page}#${formatParams({ k: maker.k, image })}`,
    kernel: made
      ? {
        sheet: findSheet(files, made.picture),
        k: maker!.k,
        fit: FIT,
        look: made.coloured ? "none" : nameLook(map),
      }
      : null,
    map: maps && { sheet: maps, k: input, fit: FIT, look: "none" },
  };
}

const FIT = fitSide(55);
