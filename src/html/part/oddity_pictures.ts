import type { Picture } from "../../plan/picture.ts";
import type { OddityKind } from "../../config/oddity_kind.ts";
import type { Oddity } from "../../report/oddity.ts";
import type { Report } from "../../report/report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { encodePath } from "../../site/address.ts";
import { findOddComparison } from "../../site/oddity/odd_comparison.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import type { SiteWords } from "../../words/words.ts";
import { findStageMaps } from "./stage_maps.ts";

/** A tile of a picture that shows an oddity. */
export interface OddTile {
  readonly picture: Picture;
  /** The way to the picture from the report's folder. */
  readonly href: string;
  readonly k: number;
  /** What it is, in words. */
  readonly of: (words: SiteWords) => string;
}

// Whose kernel and map are shown: the pair's own, those of the pair that it is like too, or of the
// input, or of the other model.
const SHOWN: Readonly<Partial<Record<OddityKind, "twin" | "input" | "model">>> = {
  damage: "model",
  "equal-maps": "twin",
  mergeable: "twin",
  "one-blur": "twin",
  "one-filter": "twin",
  outlier: "twin",
  "copies-input": "input",
};

/** Lists the tiles that show an oddity: kernels and their maps, as far as they are drawn. */
export function listOddTiles(
  oddity: Oddity,
  model: ReportModel,
  report: Report,
): readonly OddTile[] {
  const { code, kernel, other } = oddity;
  const layer = model.layers.find(({ id }) => id === oddity.layer);
  if (layer === undefined) return [];
  const place = { model, layer, image: oddity.image, kind: code };
  const own = [...tileKernel(place, kernel), ...tileMap(place, kernel)];
  if (other === null) return own;
  switch (SHOWN[code]) {
    case "twin":
      return [...own, ...tileKernel(place, other), ...tileMap(place, other)];
    case "input":
      return [...own, ...tileInput(place, other)];
    case "model":
      return tileCompared(oddity, model, report);
    default:
      return own;
  }
}

/** Where the tiles of a pair lie. */
interface TilePlace {
  readonly model: ReportModel;
  readonly layer: ReportLayer;
  readonly image: string | null;
  readonly kind: OddityKind;
}

function tileKernel({ model, layer }: TilePlace, k: number): OddTile[] {
  const picture = findKernelPicture(layer);
  const of = (words: SiteWords): string => words.oddity.pictures.kernel(String(k));
  return picture ? [{ picture, k, of, href: encodePath(model.id, layer.id, picture.file) }] : [];
}

// What is never on, or hardly ever, is shown where it is off.
function tileMap({ model, layer, image, kind }: TilePlace, k: number): OddTile[] {
  const maps = layer.maps.find((each) => each.image === image) ?? layer.maps[0];
  const isOff = kind === "never-on" || kind === "rarely-on";
  const picture = (isOff ? maps?.activated : null) ?? maps?.picture;
  const of = (words: SiteWords): string => words.oddity.pictures.map(String(k));
  return picture ? [{ picture, k, of, href: encodePath(model.id, layer.id, picture.file) }] : [];
}

function tileInput({ model, layer, image }: TilePlace, k: number): OddTile[] {
  const maps = layer.maps.find((each) => each.image === image) ?? layer.maps[0];
  const picture = maps?.inputs;
  const of = (words: SiteWords): string => words.oddity.pictures.input(String(k));
  return picture ? [{ picture, k, of, href: encodePath(model.id, layer.id, picture.file) }] : [];
}

// The two maps, of the stage that is compared.
function tileCompared(oddity: Oddity, b: ReportModel, report: Report): OddTile[] {
  const compared = findOddComparison(oddity, { report, model: b.id });
  const a = report.models.find(({ id }) => id === oddity.model);
  if (compared === null || a === undefined) return [];
  const { stages, ...layers } = compared.layer;
  const sides = [
    { model: a, layer: layers.a, k: oddity.other!, stage: stages.a },
    { model: b, layer: layers.b, k: oddity.kernel, stage: stages.b },
  ];
  return sides.flatMap(({ model, k, ...place }): OddTile[] => {
    const found = findStageMaps(model, { ...place, image: oddity.image });
    if (found === null) return [];
    const { layer, picture } = found;
    return [{
      ...{ picture, k, href: encodePath(model.id, layer.id, picture.file) },
      of: ({ oddity: { pictures } }) => pictures.of(pictures.map(String(k)), model.name),
    }];
  });
}
