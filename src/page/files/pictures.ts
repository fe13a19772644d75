import { keepRecent } from "./recent.ts";

/** Loads a picture to draw from; null where it cannot be had. */
export type LoadPicture = (url: string) => Promise<HTMLImageElement | null>;

// Those of two sides that are compared.
const MOST = 2;

/** Opens the pictures of the report that are drawn from. */
export function openPictures(): LoadPicture {
  const recent = keepRecent<Promise<HTMLImageElement | null>>(MOST);
  return (url) => recent.take(url, () => load(url));
}

async function load(url: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    return null; // as a picture that a style sheet names
  }
}
