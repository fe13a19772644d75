import type { DatasetFile, NamedPictures } from "../../report/layer_file.ts";
import { encodePath } from "../../site/address.ts";
import type { Box, CellPosition } from "../../site/field/cell.ts";
import { projectCells } from "../../site/field/projection.ts";
import type { LayerData } from "../../site/layer_data.ts";
import type { DatasetPartWords, Words } from "../../words/words.ts";
import type { Size } from "../../raster/raster.ts";
import { type AskedCell, writePhotoText } from "./photo_text.ts";

/** A photo of a dataset with what a cell reads of it: the view of `dataset_photo.hbs`. */
export interface DatasetPhotoView {
  readonly title: string;
  readonly alt: string;
  /** Null where it was not there. */
  readonly picture: SmallPictureView | null;
  /** What the cell reads; null where that is not known. */
  readonly field: Box | null;
  readonly notes: readonly string[];
  readonly close: string;
}

/** A tile in a picture of small photos. */
export interface SmallPictureView {
  readonly href: string;
  readonly width: number;
  readonly height: number;
  /** The rectangle of the photo in that picture. */
  readonly box: string;
  /** How large the network sees it, in pixels. */
  readonly seenWidth: number;
  readonly seenHeight: number;
  /** How large it stands on the page, in CSS pixels. */
  readonly shownWidth: number;
  readonly shownHeight: number;
}

/** The cells of a layer's kernels, and what is known of the layer. */
export interface DatasetPhotoSubject {
  readonly data: Pick<LayerData, "layer" | "labels" | "photos">;
  readonly cells: DatasetFile;
  readonly words: DatasetPartWords & Pick<Words, "count" | "tools">;
  readonly link: (file: string) => string;
  /** The way to the report's folder. */
  readonly root: string;
}

/** Views the photo of a cell. */
export function viewDatasetPhoto(
  subject: DatasetPhotoSubject,
  asked: AskedCell,
): DatasetPhotoView {
  const { data, cells, words: { dataset: words, count, tools } } = subject;
  const { k, of, at } = asked;
  const { photo, x, y } = cells[of];
  const seen = viewPicture(subject, photo[k]![at]!);
  const field = seen && findField(data, { row: y[k]![at]!, column: x[k]![at]! }, seen);
  const text = writePhotoText(cells, data, asked);
  return {
    title: text.label === null ? text.photo : count.series([text.photo, text.label]),
    ...{ alt: words.photo, picture: seen, field },
    notes: [
      words.cell(text),
      ...seen === null ? [words.noPicture] : field === null ? [words.noField] : [],
    ],
    close: tools.close,
  };
}

const SHOWN = 320; // CSS pixels: what a phone has room for

function viewPicture(
  { cells: { pictures }, link, root }: DatasetPhotoSubject,
  photo: number,
): SmallPictureView | null {
  const tile = pictures?.tile[photo] ?? null;
  if (!pictures || tile === null) return null;
  const file = pictures.files[Math.floor(tile / pictures.perFile)];
  if (file === undefined) return null;
  const [seenWidth, seenHeight] = [pictures.width[photo]!, pictures.height[photo]!];
  const zoom = SHOWN / Math.max(seenWidth, seenHeight);
  return {
    href: link(root + encodePath(file.file)),
    ...{ width: file.width, height: file.height, seenWidth, seenHeight },
    box: placeTile(pictures, tile, { width: seenWidth, height: seenHeight }),
    shownWidth: Math.round(seenWidth * zoom),
    shownHeight: Math.round(seenHeight * zoom),
  };
}

// As large as the photo fits into its tile, in the middle of it.
function placeTile(
  { side, columns, perFile }: NamedPictures,
  tile: number,
  { width, height }: Size,
): string {
  const zoom = side / Math.max(width, height);
  const [across, down] = [width, height].map((each) => Math.max(1, Math.round(each * zoom)));
  const within = tile % perFile;
  const left = (within % columns) * side + Math.floor((side - across!) / 2);
  const top = Math.floor(within / columns) * side + Math.floor((side - down!) / 2);
  return `${left} ${top} ${across} ${down}`;
}

// Where cells lie on no one line, as on the drawn photos that the network sees at this size.
function findField(
  { layer, photos }: Pick<LayerData, "layer" | "photos">,
  cell: CellPosition,
  { seenWidth: width, seenHeight: height }: SmallPictureView,
): Box | null {
  const alike = photos.find(({ seen }) => seen?.width === width && seen.height === height);
  const maps = layer.maps.find(({ image }) => image === alike?.id);
  const whole = { width: 0, height: 0, fields: null }; // a line goes on as far as is asked
  return projectCells(layer, maps ?? whole)?.field(cell) ?? null;
}
