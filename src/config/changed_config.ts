import type { Config } from "./config.ts";
import type { DatasetConfig } from "./dataset.ts";
import type { InputConfig, ModelConfig } from "./model_config.ts";
import type { ConfigChange } from "./config_option.ts";

/** Makes a path that is relative to one folder relative to another. */
export type MovePath = (path: string) => string;

/**
 * Changes what options name: fields of a config, of its grid, and of all its models; their paths are
 * moved to the config's folder.
 */
export function changeConfig(config: Config, change: ConfigChange, move: MovePath): Config {
  const { config: own, model, grid } = change;
  return {
    ...config,
    ...own,
    ...own.reviews && { reviews: own.reviews.map(move) },
    ...own.tally && { tally: move(own.tally) },
    ...own.dataset && { dataset: moveDataset(own.dataset, move) },
    models: config.models.map((each) => ({ ...each, ...moveModel(model, move) })),
    grid: { ...config.grid, ...grid },
  };
}

function moveDataset({ images, labels, ...rest }: DatasetConfig, move: MovePath): DatasetConfig {
  const moved = labels === null || labels === "folder" ? labels : { table: move(labels.table) };
  return { ...rest, images: images.map(move), labels: moved };
}

function moveModel(
  { preprocess, inputs, labels, ...rest }: ConfigChange["model"],
  move: MovePath,
): Partial<ModelConfig> {
  return {
    ...rest,
    ...preprocess && { preprocess: movePath(preprocess, move) },
    ...labels && { labels: move(labels) },
    ...inputs && { inputs: moveInputs(inputs, move) },
  };
}

function moveInputs(inputs: ModelConfig["inputs"], move: MovePath): ModelConfig["inputs"] {
  const moved = Object.entries(inputs).map(([name, input]): [string, InputConfig] => [
    name,
    movePath(input, move),
  ]);
  return Object.fromEntries(moved);
}

function movePath<Choice extends object>(choice: Choice, move: MovePath): Choice {
  return "path" in choice && typeof choice.path === "string"
    ? { ...choice, path: move(choice.path) }
    : choice;
}
