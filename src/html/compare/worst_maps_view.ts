import { nameMapValues } from "../../plan/value_files.ts";
import type { Picture } from "../../plan/picture.ts";
import type { StagePair } from "../../plan/comparison_plan.ts";
import type { ReportLayer, ReportMaps } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { encodePath } from "../../site/address.ts";
import type { PlacedNumbers } from "../../site/compare/placed_numbers.ts";
import { cutTile, type CutTileView } from "../../site/tile/cut_tile.ts";
import { findVeil, joinRanges, makeRange, type TileRange } from "../../site/tile/tile_range.ts";
import type { ComparedModels } from "../ranked/compared_models.ts";
import { findStageMaps } from "../part/stage_maps.ts";
import type { RankedSubject } from "./ranked_subject.ts";

/** The two maps of a layer that differ most, and what tells them apart. */
export interface WorstMapsView {
  /** Which pair it is, and on which photo. */
  readonly pair: string;
  readonly a: CutTileView | null;
  readonly b: CutTileView | null;
  /** What the script draws A − B of; null where it has no numbers. */
  readonly apart: ApartView | null;
}

/** Where the numbers of two maps lie, as JSON. */
export interface ApartView {
  readonly a: string;
  readonly b: string;
  readonly width: number;
  readonly height: number;
}

const SIDE = 56; // CSS pixels

/** Views the maps of a layer that differ most; null where none are compared. */
export function viewWorstMaps(subject: RankedSubject): WorstMapsView | null {
  const { layer: { worst, stages }, models, words } = subject;
  if (worst === null) return null;
  const sides = [
    findSide(models, "a", { layer: subject.layer.a, k: worst.kernel, image: worst.image, stages }),
    findSide(models, "b", { layer: subject.layer.b, k: worst.other, image: worst.image, stages }),
  ] as const;
  const target = joinRanges(sides[0]?.range ?? null, sides[1]?.range ?? null);
  const [a, b] = sides.map((side) => {
    if (side === null) return null;
    const { model, layer, k, picture, range: own } = side;
    return cutTile(picture, k, {
      href: encodePath(model.id, layer.id, picture.file),
      alt: words.ranking.picture(model.name, layer.name, k),
      side: SIDE,
      veil: own && target && findVeil(own, target),
    });
  }) as [CutTileView | null, CutTileView | null];
  const { kernel, other, image } = worst;
  return {
    pair: words.ranking.pair(kernel, other, models.namePhoto(image)),
    ...{ a, b },
    apart: a && viewApart(sides[0]?.numbers ?? null, sides[1]?.numbers ?? null, a),
  };
}

interface MapSide {
  readonly model: ReportModel;
  readonly layer: ReportLayer;
  readonly k: number;
  readonly picture: Picture;
  readonly range: TileRange | null;
  readonly numbers: PlacedNumbers | null;
}

function findSide(
  models: ComparedModels,
  side: "a" | "b",
  { layer: id, k, image, stages }: {
    readonly layer: string;
    readonly k: number;
    readonly image: string;
    readonly stages: StagePair;
  },
): MapSide | null {
  const model = models[side];
  const stage = stages[side];
  const found = findStageMaps(model, { layer: id, image, stage });
  if (found === null) return null;
  const { layer, maps, picture } = found;
  const measured = models.findMeasures(model, layer)?.maps.find((each) => each.image === image);
  const columns = stage === "activated" ? measured?.activated : measured?.channels;
  return {
    ...{ model, layer, k, picture },
    range: columns ? makeRange(columns.min[k] ?? null, columns.max[k] ?? null) : null,
    numbers: placeTile(`${model.id}/${layer.id}`, maps, { k, stage }),
  };
}

function placeTile(
  folder: string,
  { image, values, activatedValues }: ReportMaps,
  { k, stage }: { readonly k: number; readonly stage: StagePair["a"] },
): PlacedNumbers | null {
  const own = stage === "activated" && activatedValues !== null;
  const found = own ? activatedValues : values;
  if (found === null) return null;
  const { dims, perFile, files } = found;
  return {
    folder: nameMapValues(folder, own ? "activated" : "maps", image),
    values: { dims, perFile, files },
    k,
    rectified: stage === "activated" && !own,
  };
}

function viewApart(
  a: PlacedNumbers | null,
  b: PlacedNumbers | null,
  { shownWidth: width, shownHeight: height }: CutTileView,
): ApartView | null {
  return a && b && { a: JSON.stringify(a), b: JSON.stringify(b), width, height };
}
