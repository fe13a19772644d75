import { visible } from "../config/problem/visible.ts";
import { ONLY_SHARD, takeShard } from "../dataset/shard.ts";
import { reckonMeasured } from "../forecast/loads.ts";
import { datasetJob } from "../jobs/dataset_job.ts";
import type { PlannedDataset } from "../plan/dataset/dataset_plan.ts";
import { isOfModel } from "../plan/dataset/model_identity.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import { createError } from "../reason/error.ts";
import { describeDataset, nameColumns } from "../report/dataset/assemble_dataset.ts";
import type { DatasetColumns } from "../report/dataset/dataset_columns.ts";
import { placeFile, placeModel } from "../report/failure.ts";
import type { DatasetFinding } from "../report/finding.ts";
import { loadTally } from "../survey/told_dataset.ts";
import { packLayer, type TallyColumns } from "../tally/tally_columns.ts";
import type { BrokenPhoto, StoredTally, Tally } from "../tally/tally.ts";
import { beginEach } from "../visit/side_by_side.ts";
import type { Visit } from "../visit/visit.ts";
import { openDataset } from "./dataset_files.ts";
import { measureModel } from "./measured_model.ts";
import type { ModelMeasurement } from "./tally_sum.ts";

/** What reads the columns of layers, which are out of memory until then, by the folders of these. */
type LayerAnswers = Map<string, () => DatasetColumns>;

/**
 * Finds what the layers of a report answer to in its dataset: in a tally, or by measuring it. What is
 * missing is noted, and the rest goes on.
 *
 * @param visit Its plan is that of what was drawn.
 */
export async function answerDataset(visit: Visit): Promise<DatasetFinding> {
  const { plan: { dataset, models } } = visit;
  if (dataset === null) return NOTHING;
  for (const { model, layers, reason } of dataset.lacking) {
    if (!models.some(({ name }) => name === model)) continue;
    visit.fail(placeModel(model, { layers }), createError(RangeError, reason));
  }
  return dataset.tally === null
    ? await measureAnswers(dataset, visit)
    : await readAnswers(dataset.tally.file, visit);
}

const NOTHING: DatasetFinding = { report: null, layers: new Map() };

async function readAnswers(file: string, visit: Visit): Promise<DatasetFinding> {
  const stored = await readAgain(file, visit);
  if (stored === null) return NOTHING;
  const layers: LayerAnswers = new Map();
  for (const model of visit.plan.models) {
    const held = stored.models.find((each) => isOfModel(each, model))?.layers ?? [];
    const packed = held.map(({ id, ...columns }) => ({ id, pack: () => columns }));
    await answerModel(model, { layers: packed, photos: stored.photos, found: layers }, visit);
  }
  return { report: describeDataset(stored), layers };
}

// It was read before anything was drawn, and let go so that what is drawn has its room.
async function readAgain(file: string, visit: Visit): Promise<StoredTally | null> {
  try {
    return await loadTally(file, visit.effects.files);
  } catch (error) {
    visit.fail(placeFile(file), error);
    return null;
  }
}

async function measureAnswers(dataset: PlannedDataset, visit: Visit): Promise<DatasetFinding> {
  const { facts } = dataset;
  const photos = new Map(
    dataset.photos!.map(({ path, label }, place) => [place, { path, label }]),
  );
  const layers: LayerAnswers = new Map();
  const broken: BrokenPhoto[] = [];
  for (const model of visit.plan.models) {
    const measured = await measureOne(model, dataset, visit);
    if (measured === null) continue;
    broken.push(...measured.broken);
    warnBroken(model, measured.broken, visit);
    const packed = measured.layers.map(({ id, tally }) => ({ id, pack: () => packLayer(tally) }));
    await answerModel(model, { layers: packed, photos, found: layers }, visit);
  }
  return { report: describeDataset({ origin: { dataset: facts }, broken }), layers };
}

function warnBroken(
  { name }: PlannedModel,
  broken: readonly BrokenPhoto[],
  { effects: { warn }, plan }: Visit,
): void {
  const [first] = broken;
  if (first === undefined) return;
  const { photos } = plan.dataset!.facts;
  warn(visible(
    `${broken.length} of the ${photos} photos of the dataset could not be measured with ${name}; the ` +
      `report names them; ${first.path}: ${first.message}`,
  ));
}

async function measureOne(
  model: PlannedModel,
  { facts, photos, batch }: PlannedDataset,
  { effects, work, plan, costs, fail }: Visit,
): Promise<ModelMeasurement | null> {
  using files = openDataset(effects.files);
  const seconds = costs.measured(model, plan);
  const step = { doing: `measure ${model.name}`, seconds };
  const own = takeShard(photos!, ONLY_SHARD);
  try {
    const measured = await work.part(reckonMeasured(model, { plan, costs }), (part) => {
      const tell = (): void => void part.step(step, () => {});
      return measureModel(model, { facts, photos: own, files, effects, batch, tell });
    });
    requireTold(measured, own.length);
    return measured;
  } catch (error) {
    fail(placeModel(model.name), error);
    return null;
  }
}

function requireTold({ layers, broken: [first] }: ModelMeasurement, photos: number): void {
  if (layers.length > 0 || first === undefined) return;
  throw createError(RangeError, { code: "dataset-unread", photos, first: first.message });
}

/** A layer of a tally, and what packs what it holds. */
interface PackedLayer {
  readonly id: string;
  readonly pack: () => TallyColumns;
}

/** What is known of a model, and where what it answers to is put. */
interface ModelAnswers {
  readonly layers: readonly PackedLayer[];
  readonly photos: Tally["photos"];
  readonly found: LayerAnswers;
}

async function answerModel(
  model: PlannedModel,
  { layers, photos, found }: ModelAnswers,
  visit: Visit,
): Promise<void> {
  const { effects: { crew, output }, plan } = visit;
  const packed = new Map(layers.map(({ id, pack }) => [id, pack]));
  const told = model.layers.filter(({ id, folder }) =>
    packed.has(id) && plan.dataset!.layers.has(folder)
  );
  const task = async ({ id, folder, conv }: PlannedLayer, own: Visit): Promise<void> => {
    try {
      const columns = await crew.do(datasetJob, packed.get(id)!());
      found.set(folder, output.setAside(nameColumns(columns, photos)));
    } catch (error) {
      own.fail(placeModel(model.name, { layers: [conv.name] }), error);
    }
  };
  const { done } = await beginEach(told, { sizeOf, task }, visit);
  await done;
}

// What is counted of a kernel, as it is unpacked.
const KERNEL = 1 << 13;

function sizeOf({ conv: { shape } }: PlannedLayer): number {
  return (shape?.outChannels ?? 0) * KERNEL;
}
