import { formatCount, formatQuantity } from "./format.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { findMapColumns, readNumber } from "./pair_view.ts";

/** Says what a layer's page shows and what stands out in it. */
export function describeLayer(subject: LayerSubject): string {
  const { layer } = subject;
  const sentences = [describeShown(subject)];
  if (layer.maps.length > 0 && subject.measures) sentences.push(describeFlat(subject));
  const broken = findMaps(subject, isBroken, "some");
  if (broken.length > 0) {
    const verb = broken.length === 1 ? "holds" : "hold";
    sentences.push(`${listMaps(broken)} ${verb} values that are not finite.`);
  }
  return sentences.join(" ");
}

function describeShown({ report, layer }: LayerSubject): string {
  const { pairs, kernelsMissing, maps } = layer;
  if (maps.length === 0) {
    if (kernelsMissing !== null) return "Neither kernels nor maps could be drawn.";
    return `${formatQuantity(pairs, "kernel")}, without maps.`;
  }
  const photos = describePhotos(maps.length, report.images.length);
  if (kernelsMissing !== null) {
    return `${formatQuantity(pairs, "map")} on ${photos}, without their kernels.`;
  }
  const subject = pairs === 1 ? "The one kernel" : `Each of the ${formatCount(pairs)} kernels`;
  return `${subject} stands beside the map it makes, on ${photos}.`;
}

// Where a photo could not be run, the number says so.
function describePhotos(shown: number, all: number): string {
  const photos = formatQuantity(all, "photo");
  return shown < all ? `${formatCount(shown)} of ${photos}` : photos;
}

/** Says what the list of pairs holds. */
export function describePairs({ layer }: LayerSubject): string {
  const range = "below a map stand its smallest and largest value, and how much of the picture " +
    "it keeps (R², 0 to 1)";
  if (layer.maps.length === 0) return "Every kernel with its numbers.";
  if (layer.kernelsMissing !== null) return `Every map of each photo; ${range}.`;
  return `Every kernel with its map of each photo; ${range}. ` +
    "Averages are over the photos, of the convolution's own output.";
}

function describeFlat(subject: LayerSubject): string {
  const flat = findMaps(subject, isFlat, "every");
  const everywhere = subject.layer.maps.length === 1 ? "" : " on every photo";
  if (flat.length === 0) return `No map is flat${everywhere}.`;
  const verb = flat.length === 1 ? "is" : "are";
  return `${listMaps(flat)} ${verb} flat${everywhere}.`;
}

interface Values {
  readonly min: number | null;
  readonly max: number | null;
  readonly nonFinite: number | null;
}

function isFlat({ min, max, nonFinite }: Values): boolean {
  return min !== null && min === max && !nonFinite;
}

function isBroken({ nonFinite }: Values): boolean {
  return (nonFinite ?? 0) > 0;
}

// The channels whose maps are so on every photo, or on some.
function findMaps(
  { layer, measures }: LayerSubject,
  isSo: (values: Values) => boolean,
  quantifier: "every" | "some",
): readonly number[] {
  const columns = layer.maps.map(({ image }) => findMapColumns(measures, image))
    .filter((each) => each !== null);
  if (columns.length === 0) return [];
  return Array.from({ length: layer.pairs }, (_, k) => k).filter((k) =>
    columns[quantifier](({ min, max, nonFinite }) =>
      isSo({
        min: readNumber(min, k),
        max: readNumber(max, k),
        nonFinite: readNumber(nonFinite, k),
      })
    )
  );
}

const NAMED = 8;

function listMaps(maps: readonly number[]): string {
  if (maps.length > NAMED) {
    const rest = formatCount(maps.length - NAMED);
    return `Maps ${maps.slice(0, NAMED).join(", ")} and ${rest} more`;
  }
  if (maps.length === 1) return `Map ${maps[0]}`;
  return `Maps ${maps.slice(0, -1).join(", ")} and ${maps.at(-1)}`;
}
