import type { Report, ReportImage } from "../report/report.ts";
import type { ReportInput, ReportModel } from "../report/report_model.ts";
import type { SiteWords } from "../words/words.ts";
import { encodePath } from "./address.ts";
import { breakName } from "./name/broken_name.ts";
import { formatSize } from "./format.ts";
import { sawArrays } from "./shown_inputs.ts";

/** A photo: the view of `photos.hbs`. */
export interface PhotoView {
  /** Counts from 1; tells apart radios and classes, where a name could not stand. */
  readonly number: string;
  readonly id: string;
  readonly name: string;
  /** The name in parts, between which a line may end. */
  readonly parts: readonly string[];
  readonly first: boolean;
  /** The photo as the network saw it; null where it was not kept. */
  readonly seen: SeenView | null;
  /**
   * Which colour profile the photo carries and what was done with it, or that it is an array; null
   * for a photo without a profile but sRGB.
   */
  readonly note: string | null;
}

/** A photo as a network saw it. */
export interface SeenView {
  readonly src: string;
  /** The same made small, where it is large. */
  readonly thumb: string;
  readonly size: string;
  readonly width: number;
  readonly height: number;
}

/** Views the photos of the given ids, as a model saw them. */
export function viewPhotos(
  report: Report,
  model: ReportModel,
  { root, ids, words }: {
    readonly root: string;
    readonly ids: readonly string[];
    readonly words: SiteWords;
  },
): readonly PhotoView[] {
  return ids.map((id, i) => ({
    number: String(i + 1),
    id,
    name: namePhoto(report, id),
    parts: breakName(namePhoto(report, id)),
    first: i === 0,
    seen: viewSeen(model.inputs.find(({ image }) => image === id), root),
    note: describeImage(report.images.find((image) => image.id === id), model, words),
  }));
}

// Levels of sRGB are what everything else takes stored levels for.
const PLAIN = /^sRGB\b(?!.*linear)/i;

function describeImage(
  image: ReportImage | undefined,
  { preprocess }: ReportModel,
  words: SiteWords,
): string | null {
  const { dims = null, profile: name = null } = image ?? {};
  if (dims !== null) return words.preprocess.array(formatSize(...dims));
  if (name === null || PLAIN.test(name)) return null;
  return words.preprocess.profiles[preprocess.profile](name);
}

/** Tells whether all of some images are arrays, and none a photo. */
export function areArrays({ images }: Report, ids: readonly string[]): boolean {
  return sawArrays(images.filter(({ id }) => ids.includes(id)));
}

/** Names a photo for people. */
export function namePhoto(report: Report, id: string): string {
  return report.images.find((image) => image.id === id)?.name ?? id;
}

function viewSeen(input: ReportInput | undefined, root: string): SeenView | null {
  if (!input) return null;
  const { file, thumb, width, height, dims } = input;
  const size = formatSize(...dims ?? [width, height]);
  return {
    src: root + encodePath(file),
    thumb: root + encodePath(thumb ?? file),
    size,
    width,
    height,
  };
}
