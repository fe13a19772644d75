import type { InputFiles, PlannedPhoto } from "../../plan/plan.ts";
import { findReason } from "../../reason/error.ts";
import { type LoadedModel, loadModel } from "./loaded_model.ts";
import type { Begun } from "../lanes.ts";
import { findLarge, type LargeLayer } from "./memory.ts";
import { placeLayers } from "../missing.ts";
import { type PhotoRun, runPhoto } from "./photo_run.ts";
import type { Visit } from "../visit.ts";

/**
 * Runs a model on one photo or array; the layers whose maps do not fit into memory beside those of
 * the others are left out, and noted.
 *
 * @throws {RangeError} If the input, or the maps of every layer, are too large.
 */
export async function runFitting(
  photo: PlannedPhoto,
  files: InputFiles,
  loaded: LoadedModel,
  visit: Visit,
): Promise<Begun<PhotoRun>> {
  const large = findLarge(photo, loaded);
  if (large.length === 0) return await runPhoto(photo, files, loaded, visit);
  if (large.length === loaded.tapped.length) throw large[0]!.error;
  tellLarge(large, { loaded, photo }, visit);
  const left = new Set(large.map(({ tapped }) => tapped));
  const rest = loaded.tapped.filter((tapped) => !left.has(tapped));
  const layers = rest.map(({ planned }) => planned);
  const smaller = await loadModel(loaded.model, layers, { effects: visit.effects, users: 1 });
  try {
    const { done } = await runPhoto(photo, files, smaller, visit);
    const faults = large.map(({ tapped, error }) => [tapped.planned, findReason(error)] as const);
    return {
      done: done.then((run) => ({ ...run, faults: new Map([...run.faults, ...faults]) })),
    };
  } finally {
    await smaller.session.close();
  }
}

function tellLarge(
  large: readonly LargeLayer[],
  { loaded: { model }, photo }: {
    readonly loaded: LoadedModel;
    readonly photo: PlannedPhoto;
  },
  visit: Visit,
): void {
  for (const { tapped, error } of large) {
    visit.fail(placeLayers(model, [tapped.planned], photo), error);
  }
}
