import shared_page from "../../../templates/share/shared_page.hbs" with { type: "text" };
import { compileTemplates } from "../../site/template.ts";
import type { Language } from "../../plan/language.ts";
import { openCanvas } from "../tile/canvas.ts";
import type { CardFoot } from "./shared_card.ts";
import type { SharedNumber, SharedPicture, SharedTable, SharedView } from "./shared_view.ts";

/** What is shared as a page of its own: the view of `shared_page.hbs`. */
export interface SharedPageView extends CardFoot {
  readonly language: Language;
  readonly title: string;
  readonly facts: readonly string[];
  readonly pictures: readonly EncodedPicture[];
  readonly numbers: readonly SharedNumber[];
  readonly table: SharedTable | null;
  /** The address as a link; null where it is one of a disk. */
  readonly href: string | null;
}

/** A picture within a page. */
export interface EncodedPicture {
  /** A data URL. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly note: string;
}

const render = compileTemplates<{ readonly shared_page: SharedPageView }>({ shared_page });

/** How large such a page is at most, in bytes: what any mail and any chat takes. */
export const MOST_BYTES = 300_000;

/** What is known of a page that is shared beside what it shows. */
export interface SharedFrom extends CardFoot {
  readonly language: Language;
  readonly href: string | null;
}

/** Writes what is shared as a page of its own, its pictures as exact as they may be in its size. */
export function writeSharedPage(view: SharedView, from: SharedFrom): string {
  const { title, facts, table } = view;
  const numbers = table === null ? view.numbers : []; // those of a table stand in it
  let page = "";
  for (const quality of QUALITIES) {
    const pictures = view.pictures.map((picture) => encodePicture(picture, quality));
    page = render("shared_page", { title, facts, numbers, table, pictures, ...from });
    if (new TextEncoder().encode(page).length <= MOST_BYTES) return page;
  }
  return page;
}

// To the bit where that fits; photos look the same at a fifth of the bytes.
const QUALITIES = [null, .92, .8, .6, .4, .2];
const PHOTO = .9;

function encodePicture(
  { canvas, caption, note, isPhoto }: SharedPicture,
  quality: number | null,
): EncodedPicture {
  const { width, height } = canvas;
  const exact = quality === null && !isPhoto;
  const source = exact ? canvas.toDataURL("image/png") : encodeLossy(canvas, quality ?? PHOTO);
  return { source, width, height, caption, note };
}

// JPEG where a browser writes no WebP; what is clear would be black there.
function encodeLossy(canvas: HTMLCanvasElement, quality: number): string {
  const webp = canvas.toDataURL("image/webp", quality);
  if (webp.startsWith("data:image/webp")) return webp;
  const context = openCanvas(canvas);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(canvas, 0, 0);
  return context.canvas.toDataURL("image/jpeg", quality);
}
