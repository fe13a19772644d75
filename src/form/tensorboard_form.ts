import { join } from "node:path";
import { fitsBoard } from "../board/picture_limit.ts";
import { encodeFileVersion } from "../board/event.ts";
import { listPictures } from "../report/finding.ts";
import { quoteWord } from "../words/shell_word.ts";
import type { Form, MadeReport } from "./form.ts";
import { listRecords } from "./board/run_records.ts";

// The time and the machine that others put there would be another name for the same file.
const FILE = "events.out.tfevents.0000000000.convatlas";

function nameFile(folder: string | null, model: string): string {
  return join(folder ?? "", model, FILE);
}

/** Grids, histograms and measures as TensorBoard's events: a run a model, a step a photo. */
export const TENSORBOARD_FORM: Form = {
  value: "<folder>",
  description: "write grids, histograms and measures for TensorBoard into this folder",
  tell: (folder) => `${folder}, for tensorboard --logdir ${quoteWord(folder)}`,
  begin: async ({ models }, { value: folder, beside }) => {
    for (const { id } of models) await beside.begin(nameFile(folder, id), isEvents);
  },
  write: async (made, { value: folder, beside, warn }) => {
    for (const [i, { id }] of made.plan.models.entries()) {
      const path = nameFile(folder, id);
      for (const record of listRecords(made, i)) await beside.append(path, record);
    }
    tellBounds(made).forEach(warn);
  },
};

function isEvents(head: Uint8Array): boolean {
  return encodeFileVersion().every((byte, i) => head[i] === byte);
}

// What TensorBoard keeps of a tag where nobody says otherwise.
const KEPT_IMAGES = 10;

function tellBounds({ plan: { photos, models }, findings }: MadeReport): string[] {
  const large = models.flatMap(({ name, layers }, i) =>
    layers.flatMap(({ conv }, j) =>
      listPictures(findings[i]!.layers[j]!)
        .filter((picture) => !picture.file.startsWith("../") && !fitsBoard(picture))
        .map(({ file }) => `"${file}" of ${name}, ${conv.name}`)
    )
  );
  return [
    ...large.map((picture) => `TensorBoard's files leave out ${picture}: it is too large for that`),
    ...photos.length > KEPT_IMAGES
      ? [
        `TensorBoard shows ${KEPT_IMAGES} of ${photos.length} photos unless it is started with ` +
        "--samples_per_plugin images=0",
      ]
      : [],
  ];
}
