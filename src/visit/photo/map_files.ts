import type { MapSource } from "../../plan/picture_kind.ts";
import type { Picture } from "../../plan/picture.ts";
import type { PlannedLayer, PlannedModel, PlannedPhoto } from "../../plan/plan.ts";
import { makeValueFiles } from "../../jobs/value_files.ts";
import { nameMapValues, type ValueFiles } from "../../plan/value_files.ts";
import type { MapsFinding } from "../../report/finding.ts";
import { encodeNpy } from "../../tensor/npy.ts";
import { isRectified } from "../../tensor/rectify.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { drawPictures } from "../draw.ts";
import { writeFiles } from "../made_files.ts";
import type { Visit } from "../visit.ts";

/** The maps of a layer on one photo, [channels, …space] each; null where they are not shown. */
export interface ShownMaps extends Readonly<Record<MapSource, Tensor | null>> {
  /** The convolution's own output. */
  readonly maps: Tensor;
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
export type WrittenFiles = Pick<MapsFinding, "pictures" | "values" | "activatedValues">;

/** Writes the pictures and the numbers of a layer's maps on one photo. */
export async function writeMaps(
  shown: ShownMaps,
  subject: MapSubject,
  visit: Visit,
): Promise<WrittenFiles> {
  const { maps, activated } = shown;
  // What is max(0, x) of the convolution's own output is told by that.
  const told = activated === null || isRectified(activated.data, maps.data);
  const pictures = await drawMaps(shown, subject, visit);
  if (visit.plan.npy) await writeArrays(shown, subject, visit);
  return {
    pictures,
    values: await writeNumbers("maps", maps, subject, visit),
    activatedValues: told ? null : await writeNumbers("activated", activated, subject, visit),
  };
}

function drawMaps(
  shown: ShownMaps,
  { model, planned, photo, of }: MapSubject,
  visit: Visit,
): Promise<Picture[]> {
  const part = of > 1 ? `, the first of ${of} samples` : "";
  const subject = { model, layer: planned, of: ` of ${photo.name}${part}`, photo: photo.id };
  return drawPictures(shown, subject, visit);
}

// A file for what pictures are painted from, however many they are.
async function writeArrays(
  { maps, activated, inputs }: ShownMaps,
  { planned, photo }: MapSubject,
  { effects }: Visit,
): Promise<void> {
  for (const [source, tensor] of Object.entries({ maps, activated, inputs })) {
    if (tensor === null) continue;
    await effects.output.write(`${planned.folder}/${source}/${photo.id}.npy`, encodeNpy(tensor));
  }
}

async function writeNumbers(
  kind: "maps" | "activated",
  maps: Tensor,
  { planned, photo }: MapSubject,
  visit: Visit,
): Promise<ValueFiles | null> {
  if (!visit.plan.values) return null;
  const { values, files } = makeValueFiles(nameMapValues(planned.folder, kind, photo.id), maps);
  await writeFiles(files, visit);
  return values;
}
