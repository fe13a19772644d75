import { visible } from "../config/problem/visible.ts";
import { reckonPatches } from "../forecast/loads.ts";
import { type AlikePatches, groupPatches } from "../plan/dataset/dataset_plan.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { DatasetPhotos, LayerPatches } from "../report/dataset/dataset_pictures.ts";
import type { DatasetFinding, ShownDataset } from "../report/finding.ts";
import type { Visit } from "../visit/visit.ts";
import { drawPatches, type PatchedModel } from "./drawn_patches.ts";

/**
 * Draws what is shown of a dataset: patches that excite kernels, and small pictures of the photos that
 * they are cut from. Photos that are not there are told, and their tiles left empty.
 *
 * @param visit Its plan is that of what was drawn.
 */
export async function drawDataset(
  { layers }: Pick<DatasetFinding, "layers">,
  { plan: { dataset, models }, ...visit }: Visit,
): Promise<ShownDataset> {
  const patches = new Map<string, LayerPatches>();
  const photos = new Map<string, DatasetPhotos>();
  for (const alike of groupPatches(dataset)) {
    const shown = findShown(alike, models);
    const [first, ...others] = shown;
    if (first === undefined) continue;
    const source = {
      cellsOf: ({ folder }: { readonly folder: string }) => layers.get(folder)?.() ?? null,
      photos: dataset!.photos ?? [],
    };
    const load = reckonPatches(alike);
    const found = await visit.work.part(load, (work) => {
      const seconds = load.seconds / load.steps;
      return drawPatches([first, ...others], source, { ...visit, work, seconds });
    });
    for (const [folder, own] of found.layers) patches.set(folder, own);
    for (const { model } of shown) photos.set(model.id, found.photos);
    tellMissing(found.missing, found.photos.places.length, visit);
  }
  return { patches, photos };
}

function findShown(alike: AlikePatches, models: readonly PlannedModel[]): PatchedModel[] {
  return alike.flatMap(({ model: id, patches }) => {
    const model = models.find((each) => each.id === id);
    return model === undefined ? [] : [{ model, patches }];
  });
}

function tellMissing(
  [first, ...others]: readonly string[],
  photos: number,
  { effects: { warn } }: Pick<Visit, "effects">,
): void {
  if (first === undefined) return;
  const count = `${1 + others.length} of ${photos} photos that patches are cut from`;
  warn(visible(
    `${count} are not there or cannot be read, such as "${first}": their patches are left empty`,
  ));
}
