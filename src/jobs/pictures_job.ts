import type { Job, Tools } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Drawing, type Drawn, drawPicture } from "./drawing.ts";

/** A picture that is to be painted, and what its tiles are painted from. */
export interface TiledDrawing {
  readonly drawing: Drawing;
  readonly tiles: Tensor;
}

/** Draws pictures of what has been computed. */
export const picturesJob: Job<readonly TiledDrawing[], Drawn> = {
  name: "pictures",
  work: drawTiled,
};

/** Draws pictures one after the other. */
export async function drawTiled(
  drawings: readonly TiledDrawing[],
  tools: Pick<Tools, "images">,
): Promise<Drawn> {
  const drawn: Drawn[] = [];
  for (const { drawing, tiles } of drawings) drawn.push(await drawPicture(drawing, tiles, tools));
  return {
    files: drawn.flatMap(({ files }) => files),
    events: drawn.flatMap(({ events }) => events),
  };
}
