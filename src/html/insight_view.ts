import { formatNumber, formatShare } from "./format.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { namePhoto, type PhotoView } from "./photo_view.ts";
import { findPicture, placeTile } from "./sprite.ts";

/** What a kernel answers to and is made of: the view of `insight.hbs`. */
export interface InsightView {
  readonly index: string;
  /** The classes that place its tiles; null where there is no such picture. */
  readonly effective: string | null;
  readonly projection: string | null;
  readonly patches: readonly PatchView[];
  readonly circuit: CircuitView | null;
}

/** A patch of a photo, by the receptive field of the cell that answers to it. */
export interface PatchView {
  /** The address of the pair with this photo. */
  readonly href: string;
  readonly label: string;
  /** The part of the photo, as an SVG view box. */
  readonly box: string;
  readonly src: string;
  /** The size of the whole photo. */
  readonly width: number;
  readonly height: number;
}

/** The input slices that make most of a map. */
export interface CircuitView {
  readonly photo: string;
  readonly slices: readonly SliceView[];
  /** How many slices are named of how many, and their share, in words. */
  readonly words: string;
}

/** An input slice of a kernel and the map that it reads. */
export interface SliceView {
  readonly input: string;
  readonly share: string;
  /** The classes that place the slice. */
  readonly place: string;
  /** The classes of the map that it reads; null where there is no picture of it. */
  readonly map: string | null;
}

/** Prepares the insights into each kernel of a layer; null where there is none. */
export function prepareInsights(
  subject: LayerSubject,
  photos: readonly PhotoView[],
): (k: number) => InsightView | null {
  const { layer } = subject;
  const { picture: effective } = layer.effective ?? { picture: null };
  const { picture: projection } = layer.projections;
  return (k) => {
    const patches = viewPatches(subject, photos, k);
    const circuit = viewCircuit(subject, k);
    if (!effective && !projection && !circuit && patches.length === 0) return null;
    return {
      index: String(k),
      effective: effective && placeTile(effective, k),
      projection: projection && placeTile(projection, k),
      patches,
      circuit,
    };
  };
}

function viewPatches(
  { layer, measures }: LayerSubject,
  photos: readonly PhotoView[],
  k: number,
): readonly PatchView[] {
  const exciting = measures?.exciting ?? null;
  const field = layer.receptiveField;
  if (exciting === null || field === null || field.size.length !== 2) return [];
  return (exciting.image[k] ?? []).flatMap((image, i) => {
    const photo = photos.find(({ id }) => id === image);
    if (!photo?.seen) return [];
    const cell = { x: exciting.x[k]![i]!, y: exciting.y[k]![i]!, value: exciting.value[k]![i]! };
    return [viewPatch(cell, field, { ...photo, seen: photo.seen }, k)];
  });
}

function viewPatch(
  { x, y, value }: { readonly x: number; readonly y: number; readonly value: number },
  { size, stride, offset }: NonNullable<LayerSubject["layer"]["receptiveField"]>,
  { id, name, seen }: PhotoView & { readonly seen: NonNullable<PhotoView["seen"]> },
  k: number,
): PatchView {
  const left = Math.round(x * stride[1]! + offset[1]!);
  const top = Math.round(y * stride[0]! + offset[0]!);
  return {
    href: `#k=${k}&image=${encodeURIComponent(id)}`,
    label: `${name}, row ${y}, column ${x}: ${formatNumber(value)}`,
    box: `${left} ${top} ${size[1]} ${size[0]}`,
    src: seen.src,
    width: seen.width,
    height: seen.height,
  };
}

// On the photo that the kernel answers to most.
function viewCircuit({ report, layer, measures }: LayerSubject, k: number): CircuitView | null {
  const slices = findPicture(layer, "slices");
  const image = measures?.exciting?.image[k]?.[0];
  const maps = measures?.maps.find((each) => each.image === image) ?? measures?.maps[0];
  const inputs = maps?.circuit?.input[k] ?? [];
  if (!slices || !maps?.circuit || inputs.length === 0) return null;
  const shares = maps.circuit.share[k]!;
  const number = layer.maps.findIndex((each) => each.image === maps.image) + 1;
  const picture = layer.maps[number - 1]?.inputs ?? null;
  const { inChannels, outChannels, group } = layer;
  const count = inChannels / group;
  const first = Math.floor(k / (outChannels / group)) * count;
  const total = shares.reduce((sum, share) => sum + share, 0);
  return {
    photo: namePhoto(report, maps.image),
    slices: inputs.map((input, i) => ({
      input: String(input),
      share: formatShare(shares[i]!),
      place: placeTile(slices, k * count + input - first),
      map: picture && `input-${number} ${placeTile(picture, input)}`,
    })),
    words: `${inputs.length} of ${count} slices, together ${formatShare(total)} of the map`,
  };
}
