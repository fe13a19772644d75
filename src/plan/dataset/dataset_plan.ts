import type { DatasetPhoto } from "../../dataset/dataset.ts";
import type { Reason } from "../../reason/reason.ts";
import type { DatasetFacts } from "../../tally/tally.ts";
import type { TallyHead } from "../../tally/tally_difference.ts";
import { describeInputView } from "../input_view.ts";
import type { FoundLayer, FoundModel } from "../found.ts";
import { isOfModel, type TalliedModel } from "./model_identity.ts";
import { type PlannedPatches, planPatches } from "./patch_plan.ts";

/** A dataset that a report tells of. */
export interface FoundDataset {
  readonly facts: DatasetFacts;
  /** What was measured of it; null where the report measures it itself. */
  readonly tally: FoundTally | null;
  /** How many run at once where the report measures them; null for what suits the model. */
  readonly batch: number | null;
  /** Its photos, where they lie; null where nobody says, or nobody asks for them. */
  readonly photos: readonly DatasetPhoto[] | null;
}

/** A file of what was measured, and what of. */
export interface FoundTally {
  /** The file, as the config names it. */
  readonly file: string;
  readonly models: TallyHead["models"];
}

/** A dataset, and what a report can tell of it. */
export interface PlannedDataset extends FoundDataset {
  /** The folders of the layers that it tells of. */
  readonly layers: ReadonlySet<string>;
  /** The models of the report of which it tells nothing, or not of all layers. */
  readonly lacking: readonly LackingModel[];
  /** The patches of its photos that are shown, by the ids of the models; none where none are. */
  readonly patches: ReadonlyMap<string, PlannedPatches>;
}

/** A model that a tally does not have, or of which it has some layers. */
export interface LackingModel {
  /** The name of the model. */
  readonly model: string;
  /** The names of the layers; none where it is the whole model. */
  readonly layers: readonly string[];
  readonly reason: Reason;
}

/** A model with its name in paths, and those of its layers. */
interface NamedModel
  extends Pick<FoundModel, "name" | "sha256" | "preprocess" | "given" | "onnx" | "image"> {
  readonly id: string;
  readonly layers: readonly NamedLayer[];
}

interface NamedLayer extends FoundLayer {
  readonly id: string;
  readonly folder: string;
}

/** Plans what a report tells of a dataset: of all layers that have maps, as far as the tally has them. */
export function planDataset(
  dataset: FoundDataset,
  models: readonly NamedModel[],
  { hasPatches }: { readonly hasPatches: boolean },
): PlannedDataset {
  const { told, lacking } = findTold(dataset, models);
  const layers = new Set(told.flatMap((model) => model.layers.map(({ folder }) => folder)));
  const photos = hasPatches ? dataset.photos?.length ?? 0 : 0;
  return { ...dataset, layers, lacking, patches: planShown(told, photos) };
}

/** What a dataset tells of: models with the layers of which it does. */
interface ToldModels extends Pick<PlannedDataset, "lacking"> {
  readonly told: readonly NamedModel[];
}

function findTold({ tally }: FoundDataset, models: readonly NamedModel[]): ToldModels {
  const told: NamedModel[] = [];
  const lacking: LackingModel[] = [];
  for (const model of models) {
    const held = tally && findTallied(model, tally);
    if (held !== null && "code" in held) {
      lacking.push({ model: model.name, layers: [], reason: held });
      continue;
    }
    const wanted = model.layers.filter(({ conv }) => conv.tap !== null);
    const missing = wanted.filter((layer) => held !== null && !isHeld(layer, held));
    told.push({ ...model, layers: wanted.filter((layer) => !missing.includes(layer)) });
    if (missing.length === 0) continue;
    const names = missing.map(({ conv }) => conv.name);
    const reason = { code: "tally-without-layers", file: tally!.file, layers: names } as const;
    lacking.push({ model: model.name, layers: names, reason });
  }
  return { told, lacking };
}

// Models that see photos alike share the small pictures of these.
function planShown(models: readonly NamedModel[], photos: number): Map<string, PlannedPatches> {
  const shown = new Map<string, PlannedPatches>();
  if (photos === 0) return shown;
  for (const [i, alike] of [...Map.groupBy(models, describeInputView).values()].entries()) {
    const folder = i === 0 ? "images/dataset" : `images/dataset-${i + 1}`;
    planPatches(alike, { photos, folder }).forEach((patches, k) => {
      if (patches !== null) shown.set(alike[k]!.id, patches);
    });
  }
  return shown;
}

/** Models that see photos alike, by their ids, and the patches that are shown of each. */
export type AlikePatches = readonly [ShownPatches, ...ShownPatches[]];

/** The patches that are shown of a model. */
export interface ShownPatches {
  /** The id of the model. */
  readonly model: string;
  readonly patches: PlannedPatches;
}

/** Groups the patches of a dataset by the photos that they are cut from. */
export function groupPatches(dataset: Pick<PlannedDataset, "patches"> | null): AlikePatches[] {
  const shown = [...dataset?.patches ?? []].map(([model, patches]) => ({ model, patches }));
  const groups = Map.groupBy(shown, ({ patches }) => patches.photos.folder);
  return [...groups.values()] as unknown as AlikePatches[];
}

function findTallied(
  model: NamedModel,
  { file, models }: FoundTally,
): TalliedModel | Reason {
  const found = models.find((each) => isOfModel(each, model));
  if (found !== undefined) return found;
  if (models.some((each) => each.sha256 === model.sha256)) {
    return { code: "tally-of-other-photos", file };
  }
  const isNamed = models.some((each) => each.name === model.name);
  return { code: isNamed ? "tally-of-other-file" : "tally-without-model", file };
}

function isHeld({ id, conv }: NamedLayer, { layers }: TalliedModel): boolean {
  const count = conv.shape?.outChannels;
  return layers.some(({ id: other, tally: { kernels } }) =>
    other === id && (count === undefined || count === kernels)
  );
}
