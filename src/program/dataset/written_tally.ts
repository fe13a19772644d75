import { visible } from "../../config/problem/visible.ts";
import { writeError } from "../../host/process/terminal.ts";
import type { Tally } from "../../tally/tally.ts";
import { plural } from "../../words/quantity.ts";
import { EXIT } from "../exit.ts";

// How many photos that cannot be read are named before the rest is counted.
const NAMED = 8;

/**
 * Tells that a tally is written, how many photos are in it and which are not, and gives the exit code. What is broken
 * stands in the tally: a part that has all others is a whole one.
 */
export function tellWritten({ broken, models, shards }: Tally, file: string): number {
  for (const { path, message, model } of broken.slice(0, NAMED)) {
    writeError(`left out: ${visible(`${model} on ${path}`)}: ${message}`);
  }
  if (broken.length > NAMED) {
    writeError(`left out ${broken.length - NAMED} more photos; the tally names them`);
  }
  for (const { name, layers: [layer] } of models) {
    if (layer) writeError(`${visible(name)}: ${plural(layer.tally.photos, "photo")} measured`);
  }
  writeError(`wrote ${file}`);
  const isEmpty = models.every(({ layers }) => layers.length === 0);
  return isEmpty && broken.length > 0 && shards.of === 1 ? EXIT.incomplete : EXIT.well;
}
