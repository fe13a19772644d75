import type { PictureKind } from "./picture_kind.ts";
import type { Plan } from "./plan.ts";

/** The kinds of pictures whose pixels no numbers tell, or numbers of which few stand in a tile. */
const KINDS: readonly PictureKind[] = ["kernels", "strongest", "mix", "leading", "effective"];

/**
 * Tells whether the file of a picture stands in a data script too: a page on a disk can show a picture,
 * but not read its pixels to draw them into another.
 */
export function hasPictureScript(
  kind: PictureKind | "photo",
  { values, small }: Pick<Plan, "values" | "small">,
): boolean {
  return values !== "none" && !small && (kind === "photo" || KINDS.includes(kind));
}

/** Names the data of such a script: the path of the picture without its ending. */
export function namePictureData(path: string): string {
  return path.replace(/\.png$/, "");
}

/** The path of such a script. */
export function namePictureScript(path: string): string {
  return `${namePictureData(path)}.js`;
}
