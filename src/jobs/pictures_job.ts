import type { Job, Tools } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Drawing, drawPicture } from "./drawing.ts";
import type { MadeFile } from "./made_file.ts";

/** A picture that is to be painted, and what its tiles are painted from. */
export interface TiledDrawing {
  readonly drawing: Drawing;
  readonly tiles: Tensor;
}

/** Draws pictures of what has been computed. */
export const picturesJob: Job<readonly TiledDrawing[], readonly MadeFile[]> = {
  name: "pictures",
  work: drawTiled,
};

/** Draws pictures one after the other. */
export async function drawTiled(
  drawings: readonly TiledDrawing[],
  tools: Pick<Tools, "images">,
): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const { drawing, tiles } of drawings) files.push(await drawPicture(drawing, tiles, tools));
  return files;
}
