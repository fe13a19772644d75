import { type Picture, planPicture } from "../../plan/picture.ts";
import type { KindOf } from "../../plan/picture_kind.ts";
import type { PlannedLayer, PlannedModel, PlannedPhoto } from "../../plan/plan.ts";
import { nameMapValues, type ValueFiles } from "../../plan/value_files.ts";
import type { MapsFinding } from "../../report/finding.ts";
import { encodeNpy } from "../../tensor/npy.ts";
import { isRectified } from "../../tensor/rectify.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { drawPicture } from "../draw.ts";
import { writeValueFiles } from "../value_files.ts";
import type { Visit } from "../visit.ts";

/** The maps of a layer on one photo, [channels, …space] each. */
export interface ShownMaps {
  /** The convolution's own output. */
  readonly maps: Tensor;
  /** The same behind what follows cell by cell; null where nothing does. */
  readonly activated: Tensor | null;
  /** The maps that it reads; null where they are not shown. */
  readonly inputs: Tensor | null;
}

/** Whose maps they are. */
export interface MapSubject {
  readonly model: PlannedModel;
  readonly planned: PlannedLayer;
  readonly photo: PlannedPhoto;
  /** Of how many samples of the photo they are those of the first. */
  readonly of: number;
}

/** What was written of them. */
export type WrittenFiles = Pick<MapsFinding, "written" | "writtenActivated" | "inputs">;

/** Writes the pictures and the numbers of a layer's maps on one photo. */
export async function writeMaps(
  { maps, activated, inputs }: ShownMaps,
  subject: MapSubject,
  visit: Visit,
): Promise<WrittenFiles> {
  // What is max(0, x) of the convolution's own output is told by that.
  const told = activated !== null && isRectified(activated.data, maps.data);
  return {
    written: {
      picture: await drawTiles("maps", maps, subject, visit),
      values: await writeNumbers("maps", maps, subject, visit),
    },
    writtenActivated: activated && {
      picture: await drawTiles("activated", activated, subject, visit),
      values: told ? null : await writeNumbers("activated", activated, subject, visit),
    },
    inputs: inputs && await drawTiles("inputs", inputs, subject, visit),
  };
}

async function drawTiles(
  kind: KindOf<"maps">,
  maps: Tensor,
  { model, planned, photo, of }: MapSubject,
  visit: Visit,
): Promise<Picture> {
  const { plan: { grid, npy }, effects } = visit;
  const picture = planPicture(kind, maps.dims, { grid, photo: photo.id });
  const part = of > 1 ? `, the first of ${of} samples` : "";
  const subject = { model, layer: planned, of: ` of ${photo.name}${part}` };
  await drawPicture(picture, maps, subject, visit);
  if (npy) {
    const file = picture.file.replace(/\.png$/, ".npy");
    await effects.output.write(`${planned.folder}/${file}`, encodeNpy(maps));
  }
  return picture;
}

function writeNumbers(
  kind: "maps" | "activated",
  maps: Tensor,
  { planned, photo }: MapSubject,
  visit: Visit,
): Promise<ValueFiles | null> {
  return writeValueFiles(nameMapValues(planned.folder, kind, photo.id), maps, visit);
}
