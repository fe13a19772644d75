import type { Colour, GreyPattern, Pattern } from "./pattern.ts";

// A photo in eleven pixels: a sun in the sky, a hill, a house with a roof before it.
function findColour(x: number, y: number): Colour {
  if ((x - 0.6) ** 2 + (y + 0.6) ** 2 < 0.08) return [1, 0.8, -0.6];
  if (Math.abs(x + 0.35) < 0.35 && y > 0 && y < 0.75) return [0.7, 0.6, 0.45];
  if (Math.abs(x + 0.35) < 0.45 + y && y > -0.5 && y <= 0) return [0.1, -0.8, -0.9];
  return y > 0.45 - 0.25 * x ? [-0.7, -0.1, -0.7] : [-0.1, 0.3, 0.8];
}

/** A photo, in its colours. */
export const PHOTO: Pattern = findColour;

/** The same without colours. */
export const GREY_PHOTO: GreyPattern = (x, y) => {
  const [red, green, blue] = findColour(x, y);
  return 0.3 * red + 0.6 * green + 0.1 * blue;
};

const NEAR = 0.19; // about a cell

/** The same without detail. */
export const BLURRED_PHOTO: GreyPattern = (x, y) => {
  let sum = 0;
  for (let i = -2; i <= 2; i++) {
    for (let j = -2; j <= 2; j++) sum += GREY_PHOTO(x + i * NEAR, y + j * NEAR);
  }
  return sum / 25;
};

/** The same without what is coarse. */
export const FINE_PHOTO: GreyPattern = (x, y) => 1.4 * (GREY_PHOTO(x, y) - BLURRED_PHOTO(x, y));

/** Its edges: light where it changes. */
export const PHOTO_EDGES: GreyPattern = (x, y) => {
  const across = GREY_PHOTO(x + NEAR, y) - GREY_PHOTO(x - NEAR, y);
  const down = GREY_PHOTO(x, y + NEAR) - GREY_PHOTO(x, y - NEAR);
  return Math.min(1, 1.6 * Math.hypot(across, down)) - 0.8;
};

/** It, turned by 180°. */
export const TURNED_PHOTO: Pattern = (x, y) => findColour(-x, -y);
