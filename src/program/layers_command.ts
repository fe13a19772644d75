import { basename, dirname } from "node:path";
import type { Runtime } from "../effects.ts";
import { createFiles } from "../host/file/files.ts";
import { writeOutput } from "../host/process/terminal.ts";
import { visible } from "../config/problem/visible.ts";
import { writeLayerTable } from "../listing/layer_table.ts";
import type { ModelListing } from "../listing/model_listing.ts";
import { escapeJson } from "../report/json.ts";
import { surveyLayers } from "../survey/layer_list.ts";
import { EXIT } from "./exit.ts";

/** Lists the layers of a model, and gives the exit code. */
export async function layers(path: string, json: boolean): Promise<number> {
  const world = { files: createFiles(dirname(path)), runtime: lateRuntime };
  const listing = await surveyLayers(basename(path), world);
  writeOutput(
    json
      ? `${escapeJson(JSON.stringify(listing, null, 2), UNSEEN)}\n`
      : `${writeLayerTable(listing.layers)}${writePreprocess(listing)}`,
  );
  return EXIT.well;
}

function writePreprocess({ preprocess }: ModelListing): string {
  return preprocess === null ? "" : `\n${visible(preprocess.text.replace(/^p/, "P"))}.\n`;
}

// The runtime is loaded where something is computed; most models store all that is listed.
const lateRuntime: Runtime = {
  name: "onnxruntime-node",
  open: async (model) => (await import("../host/session.ts")).onnxRuntime.open(model),
};

// What terminals obey, and what turns the order of a text round.
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
