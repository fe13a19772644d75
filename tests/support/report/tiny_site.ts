import type { Config } from "../../../src/config/config.ts";
import type { ConfigInput } from "../../../src/config/config_input.ts";
import { parseConfig } from "../../../src/config/parse.ts";
import {
  createMemoryWorld,
  encodePhoto,
  type MemoryOptions,
  type MemoryWorld,
} from "./memory_effects.ts";
import { encodeTinyModel, tinyMaps } from "../model/tiny_model.ts";

/** Makes a world with one small model, two photos, and what else is given. */
export function createTinyWorld(
  files: MemoryOptions["files"] = {},
  options: Partial<MemoryOptions> = {},
): MemoryWorld {
  return createMemoryWorld({
    ...options,
    files: {
      ...files,
      "tiny.onnx": encodeTinyModel(),
      "photos/cat.jpg": encodePhoto({ width: 30, height: 20 }, 1),
      "photos/dog.png": encodePhoto({ width: 9, height: 20 }, 2),
    },
    maps: tinyMaps,
  });
}

/** Parses a config of the tiny world, without gratings, with what is given in place of its own. */
export function configureTiny(fields: Partial<ConfigInput> = {}): Config {
  return parseConfig({
    title: "Tiny",
    models: [{ path: "tiny.onnx", preprocess: "unit" }],
    images: ["photos/*"],
    tuning: false,
    ...fields,
  });
}

/** Gives what was written at a path as text. */
export function textAt({ written }: MemoryWorld, path: string): string {
  const content = written.get(path);
  if (typeof content === "string") return content;
  throw new TypeError(
    `Cannot read "${path}": it is ${content === undefined ? "missing" : "bytes"}`,
  );
}
