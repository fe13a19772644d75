import type { Picture } from "../../plan/picture.ts";
import { encodePath } from "../../site/address.ts";
import { formatSize } from "../../site/format.ts";
import type { SiteWords } from "../../words/words.ts";

/** A picture as a link to its file, with its scale in words. */
export interface PictureView {
  readonly href: string;
  readonly file: string;
  readonly size: string;
  readonly scale: string;
}

/** Views a picture as a link to its file. */
export function viewPicture(picture: Picture, words: SiteWords): PictureView {
  const { file, width, height } = picture;
  return {
    href: encodePath(file),
    file,
    size: formatSize(width, height),
    scale: describeScale(picture, words),
  };
}

/** Says what the grey levels of a picture stand for, also of a kind that pages do not know. */
export function describeScale({ kind, scale }: Picture, { picture }: SiteWords): string {
  return picture[kind]?.scale ?? scale;
}
