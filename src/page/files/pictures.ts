/** Loads a picture to draw from; null where it cannot be had. */
export type LoadPicture = (url: string) => Promise<HTMLImageElement | null>;

// Those of two sides that are compared.
const MOST = 2;

/** Opens the pictures of the report that are drawn from. */
export function openPictures(): LoadPicture {
  const recent = new Map<string, Promise<HTMLImageElement | null>>(); // the latest at the end
  return (url) => {
    const picture = recent.get(url) ?? load(url);
    recent.delete(url);
    recent.set(url, picture);
    if (recent.size > MOST) recent.delete(recent.keys().next().value!);
    return picture;
  };
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
