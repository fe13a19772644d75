import { nameImageFile } from "../config/file_name.ts";
import type { ImageConfig } from "../config/config.ts";
import type { Effects } from "../effects.ts";
import { listMatches, PHOTOS } from "./file_list.ts";
import type { Notes } from "./notes.ts";

/** A photo's file and the name that it goes by. */
export interface ListedImage {
  readonly name: string;
  readonly path: string;
}

/** Lists the files that the photos of a config are, each once; one that is named twice is told. */
export async function listPhotos(
  images: readonly ImageConfig[],
  world: Pick<Effects, "files" | "warn">,
  notes: Pick<Notes, "problems">,
): Promise<ListedImage[]> {
  const listed = new Map<string, ListedImage & { readonly field: string }>();
  for (const [i, image] of images.entries()) {
    const field = `images[${i}]`;
    for (const photo of await listEntry(image, field, world, notes)) {
      const key = photo.path.replace(/^(\.\/)+/, "");
      const before = listed.get(key);
      if (before === undefined) listed.set(key, { ...photo, field });
      else world.warn(`"${key}" is listed as ${before.field} and as ${field}: it is drawn once`);
      if (before !== undefined && image.kind === "file") listed.set(key, { ...before, ...photo });
    }
  }
  return [...listed.values()].map(({ name, path }) => ({ name, path }));
}

async function listEntry(
  image: ImageConfig,
  field: string,
  { files }: Pick<Effects, "files">,
  notes: Pick<Notes, "problems">,
): Promise<ListedImage[]> {
  if (image.kind === "file") return await nameFile(image, field, { files }, notes);
  const wanted = { pattern: image.pattern, field, suffixes: PHOTOS };
  const paths = await listMatches(wanted, files, notes);
  return paths.map((path) => ({ name: nameImageFile(path), path }));
}

// A path is no pattern: who writes one would miss the photos that it should bring.
async function nameFile(
  { name, path }: ListedImage,
  field: string,
  { files }: Pick<Effects, "files">,
  { problems }: Pick<Notes, "problems">,
): Promise<ListedImage[]> {
  const matches = await files.list(path, []);
  if (matches.length === 0 || matches.includes(path)) return [{ name, path }];
  problems.push({
    path: `${field}.path`,
    message: `there is no file "${path}"; a pattern stands by itself: "images": ["${path}"]`,
  });
  return [];
}
