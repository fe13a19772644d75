import type { Config } from "../config/config.ts";
import type { Files } from "../effects.ts";
import { weighDataFiles } from "../onnx/slim/data_files.ts";
import { weighSlim } from "../onnx/slim/slim_model.ts";
import type { FoundModel } from "../plan/found.ts";
import { formatBytes, GITHUB_LIMIT } from "../reason/byte_size.ts";
import { quoteWord } from "../words/shell_word.ts";

/** What is known of the models that a config names. */
export interface HeavyOptions {
  readonly models: Config["models"];
  readonly files: Pick<Files, "findInCheckout">;
  /** What stands before a command, such as `deno task`. */
  readonly program: string;
}

/** Tells of the models that GitHub would not take from the checkout in which they lie, and what helps. */
export async function tellHeavy(
  found: readonly FoundModel[],
  { models, files, program }: HeavyOptions,
): Promise<string[]> {
  const heavy = found.filter((model) => weigh(model) > GITHUB_LIMIT.bytes);
  const told = await Promise.all(heavy.map(async (model) => {
    const typed = await files.findInCheckout(model.path);
    const { layers = [] } = models.find(({ path }) => path === model.path) ?? {};
    return typed === null ? [] : [describeHeavy(model, { typed, layers, program })];
  }));
  return told.flat();
}

// The largest of its files: of those beside it, what tensors take.
function weigh({ onnx }: FoundModel): number {
  return Math.max(onnx.source.byteLength, ...weighDataFiles(onnx).values());
}

/** What stands in the command that helps. */
interface HeavyCommand {
  readonly program: string;
  /** The path of the model, as it is typed. */
  readonly typed: string;
  /** The selectors of its layers. */
  readonly layers: readonly string[];
}

function describeHeavy(
  model: FoundModel,
  { program, typed, layers: selectors }: HeavyCommand,
): string {
  const { path, onnx, layers } = model;
  const bytes = weighSlim(onnx, layers.map(({ conv }) => conv));
  const start = `"${path}" has ${
    formatBytes(weigh(model))
  }, and GitHub takes no file above ${GITHUB_LIMIT.told}`;
  const slim = formatBytes(bytes);
  if (bytes > GITHUB_LIMIT.bytes) {
    return `${start}; what the drawn layers need takes ${slim}, so choose fewer "layers", or use Git LFS`;
  }
  const chosen = selectors.every((each) => each === "*")
    ? ""
    : ` --layers ${quoteWord(selectors.join(","))}`;
  return `${start}; what the drawn layers need takes ${slim}: ` +
    `${program} slim ${quoteWord(typed)}${chosen}`;
}
