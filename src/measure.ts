import type { Config } from "./config/config.ts";
import { type PlacedPhoto, type Shard, takeShard } from "./dataset/shard.ts";
import { openDataset } from "./measure/dataset_files.ts";
import { type MeasureEffects, type Measurement, measureModel } from "./measure/measured_model.ts";
import type { ModelMeasurement } from "./measure/tally_sum.ts";
import { writePreparation } from "./plan/dataset/model_identity.ts";
import { type PlannedModel, planReport } from "./plan/plan.ts";
import { createError } from "./reason/error.ts";
import type { GenerateOptions } from "./prepare.ts";
import { surveyConfig } from "./survey/survey.ts";
import { keepNamed } from "./tally/merged_tally.ts";
import type { DatasetFacts, Tally } from "./tally/tally.ts";
import { findDifference, type TallyHead } from "./tally/tally_difference.ts";
import { GENERATOR } from "./version.ts";

/**
 * Measures what the kernels of a config's models answer to in the photos of its dataset, or in a part
 * of them.
 *
 * ```
 *  Config
 *    | survey: open models, choose layers, list the photos of the dataset
 *    | shard:  those of one part
 *    | run:    photo -> input -> session -> maps -> numbers, side by side
 *    | add up, exactly
 *  Tally
 * ```
 *
 * @throws {ConfigError} If the config names what is not there.
 * @throws {RangeError} If it has no dataset.
 */
export async function measure(
  config: Config,
  effects: MeasureEffects,
  { shard, kept = null, ...options }: MeasureOptions,
): Promise<Tally> {
  if (config.dataset === null) throw createError(RangeError, { code: "dataset-none" });
  using survey = await surveyConfig({ ...config, tally: null }, effects, options);
  const { models, dataset } = planReport(config, survey);
  const { facts, photos } = dataset!;
  const head = describeTally({ models, facts, shard }, effects);
  if (kept !== null && isSame(kept, head)) return kept;

  using files = openDataset(effects.files);
  const own = takeShard(photos!, shard);
  const tell = openCount(own.length * models.length, effects);
  const { batch } = config.dataset;
  const measurement = { facts, photos: own, files, effects, tell, batch };
  const measured: ModelMeasurement[] = [];
  for (const model of models) measured.push(await measureModel(model, measurement));
  return assembleTally(head, measured, own);
}

/** What a measurement is of, and how messages speak of it. */
export interface MeasureOptions extends Pick<GenerateOptions, "source" | "program"> {
  readonly shard: Shard;
  /** What was measured before; where it is of the same part, models and programs, it is given back. */
  readonly kept?: Tally | null;
}

function describeTally(
  { models, facts, shard }: {
    readonly models: readonly PlannedModel[];
    readonly facts: DatasetFacts;
    readonly shard: Shard;
  },
  { runtime }: MeasureEffects,
): TallyHead {
  return {
    origin: { generator: GENERATOR, runtime: runtime.name, dataset: facts },
    shards: { of: shard.of, held: [shard.part] },
    models: models.map((model) => ({
      ...{ name: model.name, sha256: model.sha256, preprocess: writePreparation(model) },
      layers: model.layers.filter(({ conv }) => conv.tap !== null).map(({ id, conv }) => ({
        id,
        tally: { kernels: conv.shape?.outChannels ?? 0 },
      })),
    })),
  };
}

function isSame(kept: Tally, head: TallyHead): boolean {
  return findDifference(kept, head) === null &&
    String(kept.shards.held) === String(head.shards.held);
}

function assembleTally(
  head: TallyHead,
  measured: readonly ModelMeasurement[],
  photos: readonly PlacedPhoto[],
): Tally {
  const models = head.models.map((model, i) => ({ ...model, layers: measured[i]!.layers }));
  const told = new Map(photos.map(({ place, path, label }) => [place, { path, label }]));
  const broken = measured.flatMap((each) => each.broken);
  return { ...head, models, photos: keepNamed(models, told), broken };
}

// Photos take alike long, whatever they show.
function openCount(total: number, { tell }: MeasureEffects): Measurement["tell"] {
  let done = 0;
  return ({ name }) => {
    done++;
    tell({ doing: `measure ${name}`, done, total, seconds: { done, total } });
  };
}
