import { describeSkipped, type NamedFiles } from "../survey/named_files.ts";
import type { Request } from "./request.ts";

/** Tells what a user should know of what is drawn, a line each: what they did not name. */
export function tellRequest(request: Request): string[] {
  return [...tellOrigin(request), ...tellSkipped(request.named)];
}

function tellOrigin({ origin, source, named: { models, photos }, change }: Request): string[] {
  if (origin === "named") return [];
  if (origin === "found") {
    const changes = [...models, ...photos, ...Object.values(change).flatMap(Object.keys)];
    return changes.length > 0 ? [`${source} is here: it says what the command line does not`] : [];
  }
  if (models.length > 0 && photos.length > 0) return [];
  if (models.length > 0) return ["no photo is named: the two drawn scenes stand in"];
  if (photos.length > 0) return ["no model is named: the embedded miniature of AlexNet is drawn"];
  return ["no convatlas.json here, and nothing named: the embedded default is drawn"];
}

/** Tells which of the named files are neither models nor photos. */
export function tellSkipped({ skipped }: Pick<NamedFiles, "skipped">): string[] {
  return describeSkipped(skipped).map((reason) => `skipped, ${reason}`);
}
