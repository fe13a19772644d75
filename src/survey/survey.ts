import type { Config } from "../config/config.ts";
import { ConfigError } from "../config/problem/config_error.ts";
import { visible } from "../config/problem/visible.ts";
import type { Effects } from "../effects.ts";
import type { FoundDataset } from "../plan/dataset/dataset_plan.ts";
import type { FoundModel, FoundPhoto } from "../plan/found.ts";
import { type Failure, nameFailures } from "../report/failure.ts";
import type { ReviewFile } from "../report/review.ts";
import { findModels } from "./models.ts";
import { tellHeavy } from "./heavy_models.ts";
import type { Notes } from "./notes.ts";
import { findPhotos } from "./photos.ts";
import { findReviews } from "./reviews.ts";
import { findToldDataset } from "./told_dataset.ts";

/** What a config's names turned out to stand for; the models' files are open until it is disposed. */
export interface Survey extends Disposable {
  readonly photos: readonly FoundPhoto[];
  readonly models: readonly FoundModel[];
  readonly reviews: readonly ReviewFile[];
  /** The dataset that is measured, or was; null where there is none. */
  readonly dataset: FoundDataset | null;
  readonly failures: readonly Failure[];
}

/** How a survey speaks of its config. */
export interface SurveyOptions {
  /** What the messages call it, such as `convatlas.json`. */
  readonly source?: string;
  /**
   * What they put before a command that the user may type, such as `deno task`.
   *
   * @default {"convatlas"}
   */
  readonly program?: string;
}

/**
 * Looks up the photos, models and reviews of a config and reads what they say
 * of themselves. A file that cannot be read becomes a failure.
 *
 * @throws {ConfigError} If a glob matches no file, or a selector no layer.
 * @throws {Error} If no model can be read, so that there is nothing to report.
 */
export async function surveyConfig(
  config: Config,
  world: Pick<Effects, "files" | "images" | "runtime" | "warn">,
  { source, program = "convatlas" }: SurveyOptions = {},
): Promise<Survey> {
  const notes: Notes = { problems: [], failures: [], opened: [] };
  const close = () => notes.opened.forEach((file) => file.close());
  try {
    const photos = await findPhotos(config.images, world, notes);
    const models = await findModels(config.models, world, notes);
    const reviews = await findReviews(config.reviews, world, notes);
    const dataset = await findToldDataset(config, world, notes);
    if (notes.problems.length > 0) throw listProblems(config, notes, source);
    if (models.length === 0) throw nameFailures(notes.failures);
    const { files, warn } = world;
    (await tellHeavy(models, { models: config.models, files, program })).forEach(warn);
    const { failures } = notes;
    return { photos, models, reviews, dataset, failures, [Symbol.dispose]: close };
  } catch (error) {
    close();
    throw error;
  }
}

// All at once: a model that cannot be read may be a mistake of the config too.
function listProblems(
  { models }: Config,
  { problems, failures }: Notes,
  source: string | undefined,
): ConfigError {
  const paths = new Set(models.map(({ path }) => path));
  const unread = failures.filter(({ where }) => paths.has(where))
    .map(({ where, message }) => ({ path: where, message }));
  const lines = [...problems, ...unread].map(({ path, message }) => ({
    path: visible(path),
    message: visible(message), // whatever a file's name holds, a problem is a line
  }));
  return new ConfigError(lines, source === undefined ? {} : { source });
}
