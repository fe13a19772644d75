import type { Report, ReportInput, ReportModel } from "../report/report.ts";
import { encodePath } from "./address.ts";
import { formatSize } from "./format.ts";

/** A photo: the view of `photos.hbs`. */
export interface PhotoView {
  /** Counts from 1; tells apart radios and classes, where a name could not stand. */
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly first: boolean;
  /** The photo as the network saw it; null where it was not kept. */
  readonly seen: SeenView | null;
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
  { root, ids }: { readonly root: string; readonly ids: readonly string[] },
): readonly PhotoView[] {
  return ids.map((id, i) => ({
    number: String(i + 1),
    id,
    name: namePhoto(report, id),
    first: i === 0,
    seen: viewSeen(model.inputs.find(({ image }) => image === id), root),
  }));
}

/** Names a photo for people. */
export function namePhoto(report: Report, id: string): string {
  return report.images.find((image) => image.id === id)?.name ?? id;
}

function viewSeen(input: ReportInput | undefined, root: string): SeenView | null {
  if (!input) return null;
  const { file, thumb, width, height } = input;
  const size = formatSize(width, height);
  return {
    src: root + encodePath(file),
    thumb: root + encodePath(thumb ?? file),
    size,
    width,
    height,
  };
}
