import { readTimm } from "../../config/noted/timm.ts";
import type { NotedRecipe } from "../../config/noted/noted_recipe.ts";
import { parsePreprocessorConfig } from "../../config/preprocess/huggingface.ts";
import type { Effects } from "../../effects.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { Origin, Proposal } from "./proposal.ts";

/** What was found beside a model, and what was passed over. */
export interface FoundBeside {
  readonly proposal: Proposal | null;
  readonly passedOver: readonly Origin[];
}

// Those of a whole processor with its words have some 100 kB.
const MOST_BYTES = 1 << 20;

/** Reads one of the files that tell of preprocessing. */
type Reader = (text: string, file: string) => Omit<Proposal, "origin" | "sure"> | null;

// What comes first is read first.
const FILES: readonly (readonly [name: string, read: Reader])[] = [
  ["preprocessor_config.json", readProcessor],
  ["config.json", readConfig],
];

/**
 * Proposes a preprocessing by the files of Hugging Face's beside a model, or above its folder where
 * that is `onnx/`, as in the repositories there.
 */
export async function proposeBeside(
  model: string,
  files: Effects["files"],
): Promise<FoundBeside> {
  const passedOver: Origin[] = [];
  for (const folder of listFoldersOf(model)) {
    for (const [name, read] of FILES) {
      const file = folder + name;
      try {
        const text = await files.readText(file, MOST_BYTES);
        const told = text === null ? null : read(text, name);
        if (told === null) continue;
        const origin = { code: "recipe-of-file", file: name } as const;
        return { proposal: { ...told, origin, sure: true }, passedOver };
      } catch (error) {
        passedOver.push({ code: "recipe-passed-over", file: name, reason: findInner(error) });
      }
    }
  }
  return { proposal: null, passedOver };
}

// The file is named already.
function findInner(error: unknown): Reason {
  const reason = findReason(error);
  return reason.code === "recipe-unread" || reason.code === "unread" ? reason.reason : reason;
}

/** Lists the paths at which such a file is looked for, whether there is one or not. */
export function listToldFiles(model: string): string[] {
  return listFoldersOf(model).flatMap((folder) => FILES.map(([name]) => folder + name));
}

/** Lists the folders in which files about a model may lie: its own, and the one above `onnx/`. */
export function listFoldersOf(model: string): readonly string[] {
  const own = model.replace(/[^/\\]*$/, "");
  const above = /^(.*[/\\]|)onnx[/\\]$/.exec(own)?.[1];
  return above === undefined ? [own] : [own, above];
}

function readProcessor(text: string, file: string): ReturnType<Reader> {
  const whole = parsePreprocessorConfig(text, file);
  return { values: whole, way: null, size: null, whole };
}

// Other models have a file of that name too.
function readConfig(text: string, file: string): ReturnType<Reader> {
  const noted: NotedRecipe | null = readTimm(text, file);
  return noted && { ...noted, whole: null };
}
