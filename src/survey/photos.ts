import type { ImageConfig } from "../config/config.ts";
import type { Effects } from "../effects.ts";
import type { FoundPhoto } from "../plan/plan.ts";
import { explainError } from "../report/finding.ts";
import { listMatches } from "./file_list.ts";
import type { Notes } from "./notes.ts";

type World = Pick<Effects, "files" | "images">;

/** Finds the photos of a config and reads their heads, each file once. */
export async function findPhotos(
  images: readonly ImageConfig[],
  world: World,
  notes: Pick<Notes, "problems" | "failures">,
): Promise<FoundPhoto[]> {
  const names = new Map<string, string>(); // by path
  for (const [i, image] of images.entries()) {
    for (const { name, path } of await listPhotos(image, `images[${i}]`, world, notes)) {
      if (!names.has(path)) names.set(path, name);
    }
  }
  const photos: FoundPhoto[] = [];
  for (const [path, name] of names) {
    try {
      photos.push(await readPhoto(name, path, world));
    } catch (error) {
      notes.failures.push({ where: path, message: explainError(error) });
    }
  }
  return photos;
}

async function listPhotos(
  image: ImageConfig,
  field: string,
  { files }: World,
  notes: Pick<Notes, "problems">,
): Promise<{ name: string; path: string }[]> {
  if (image.kind === "file") return [image];
  const paths = await listMatches(image.pattern, field, files, notes);
  return paths.map((path) => ({ name: stemOf(path), path }));
}

function stemOf(path: string): string {
  const file = path.split("/").at(-1)!;
  return file.replace(/(?<=.)\.[^.]+$/, "");
}

async function readPhoto(name: string, path: string, world: World): Promise<FoundPhoto> {
  const bytes = await world.files.read(path);
  const { width, height, profile } = await world.images.readHead(bytes);
  return { name, path, width, height, profile, sha256: await hashBytes(bytes) };
}

async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
