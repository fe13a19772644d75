import { namePage } from "../../plan/language.ts";
import { encodePath, formatParams } from "../../site/address.ts";
import { formatSize } from "../../site/format.ts";
import { indexMeasures, type LayerSubject } from "../../site/layer_subject.ts";
import { namePhoto } from "../../site/photo_view.ts";
import { cutTile, type CutTileView } from "../../site/tile/cut_tile.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { findLayer, showsPairs } from "../part/shown_layer.ts";
import { cutPair } from "../part/pair_tiles.ts";
import type { SiteSubject } from "../part/site_subject.ts";
import { findTellingPair } from "../part/telling_pair.ts";

/** A photo, one kernel and its map, and what each is: the view of `trio.hbs`. */
export interface TrioView {
  /** The name of the data of its layer. */
  readonly data: string;
  readonly figures: readonly FigureView[];
}

/** A picture and what it is. */
export interface FigureView {
  readonly tile: CutTileView;
  /** Where it is shown among others; null where it is not. */
  readonly href: string | null;
  /** The name in parts, between which a line may end. */
  readonly parts: readonly string[];
  readonly says: string;
}

/** A kernel with a map. */
interface TrioSubject extends LayerSubject {
  readonly k: number;
}

const SIDE = 184; // CSS pixels

/** Views a photo, a kernel and its map, of the first layer that reads photos; null where there is none. */
export function viewTrio({ report, layers, words }: SiteSubject): TrioView | null {
  const found = findLayer(report.models, (each) => each.readsImage && showsPairs(each)) ??
    findLayer(report.models, showsPairs);
  if (found === null) return null;
  const measures = indexMeasures(layers, found.model).get(found.layer.id) ?? null;
  const subject = { report, words, measures, k: findTellingPair(measures), ...found };
  const photo = viewPhoto(subject);
  const data = `${found.model.id}/${found.layer.id}/layer`;
  return { data, figures: [...photo === null ? [] : [photo], ...viewPair(subject)] };
}

function viewPhoto({ report, model, layer, words }: TrioSubject): FigureView | null {
  const { image } = layer.maps[0]!;
  const input = model.inputs.find((each) => each.image === image);
  if (!input) return null;
  const { trio } = words.overview;
  const isGrey = layer.readsImage && layer.inChannels === 1;
  const says = input.dims !== null ? trio.array : isGrey ? trio.greyPhoto : trio.photo;
  const name = namePhoto(report, image);
  const whole = { columns: 1, padding: 0, tileWidth: input.width, tileHeight: input.height };
  const size = { width: input.width, height: input.height };
  const tile = cutTile({ ...whole, ...size }, 0, {
    href: encodePath(input.file),
    alt: name,
    side: SIDE,
  });
  return { tile, href: null, parts: breakName(name), says: says(model.name) };
}

function viewPair(subject: TrioSubject): readonly FigureView[] {
  const { model, layer, words, k } = subject;
  const { trio } = words.overview;
  const folder = `${encodePath(model.id, layer.id)}/`;
  const { image, space } = layer.maps[0]!;
  const { kernel, map } = cutPair(layer, k, { folder, side: SIDE, words });
  const href = `${folder}${namePage(words.language)}#${formatParams({ k, image })}`;
  const sayMap = layer.readsImage ? trio.map : trio.deepMap;
  return [
    { tile: kernel!, href, parts: breakName(kernel!.alt), says: describeKernel(subject) },
    { tile: map!, href, parts: breakName(map!.alt), says: sayMap(formatSize(...space)) },
  ];
}

function describeKernel({ layer, measures, words, k }: TrioSubject): string {
  const { trio } = words.overview;
  const what = measures?.classes?.what[k];
  return trio.kernel({
    kernels: layer.pairs,
    size: formatSize(...layer.kernelShape, layer.inChannels / layer.group),
    seeks: what === undefined ? null : trio.seeks[what],
  });
}
