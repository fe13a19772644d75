import type { PlannedLayer, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import { createError } from "../reason/error.ts";
import { keyOf } from "../reason/reason.ts";
import { type FailurePlace, placeModel } from "../report/failure.ts";
import type { Visit } from "./visit.ts";

/** Notes as failures the layers whose maps cannot be drawn on any photo, one for each reason. */
export function tellMissing(
  model: PlannedModel,
  layers: readonly PlannedLayer[],
  { fail }: Pick<Visit, "fail">,
): void {
  const missing = layers.filter(({ conv }) => conv.mapsMissing !== null);
  for (const lacking of Map.groupBy(missing, ({ conv }) => keyOf(conv.mapsMissing!)).values()) {
    const reason = lacking[0]!.conv.mapsMissing!;
    const error = createError(Error, { code: "maps-not-drawn", reason });
    fail(placeLayers(model, lacking), error, lacking);
  }
}

/** The place of layers of a model, or of layers on a photo. */
export function placeLayers(
  { name }: PlannedModel,
  layers: readonly PlannedLayer[],
  photo: Pick<PlannedPhoto, "name"> | null = null,
): FailurePlace {
  const names = layers.map(({ conv }) => conv.name);
  return placeModel(name, { layers: names, photo: photo && photo.name });
}
