import type { NotedSize, Way } from "../../config/noted/noted_recipe.ts";
import type { Preprocess } from "../../config/preprocess/preprocess.ts";

type Geometry = Pick<Preprocess, "resize" | "crop">;

/** Lays out a way to a size; left open, the centre of the photo fills it. */
export function layoutWay(way: Way | null, size: NotedSize): Geometry {
  if (way?.kind === "whole") {
    const { fit, margin } = way;
    return { resize: { kind: "size", ...size, fit, margin }, crop: null };
  }
  const share = way?.share ?? 1;
  const [width, height] = [size.width, size.height].map((side) => Math.floor(side / share));
  const crop = { ...size, rounding: "even" as const };
  if (size.width === size.height) {
    return { resize: { kind: "shortestEdge", length: width! }, crop };
  }
  return {
    resize: { kind: "size", width: width!, height: height!, fit: "cover", margin: 0 },
    crop: share === 1 ? null : crop,
  };
}

/** Finds the size that a recipe comes to, null where that is the photo's, and its way there. */
export function findTold(
  { resize, crop }: Preprocess,
): { readonly size: NotedSize | null; readonly way: Way | null } {
  if (resize?.kind === "size" && crop === null) {
    const { width, height, fit, margin } = resize;
    return { size: { width, height }, way: { kind: "whole", fit, margin } };
  }
  if (crop === null) return { size: null, way: null };
  const { width, height } = crop;
  const edge = resize?.kind === "shortestEdge" ? resize.length : null;
  const share = edge === null ? 1 : Math.min(1, Math.min(width, height) / edge);
  return { size: { width, height }, way: { kind: "crop", share } };
}
