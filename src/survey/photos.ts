import type { ImageConfig } from "../config/config.ts";
import type { Effects } from "../effects.ts";
import type { FoundPhoto } from "../plan/plan.ts";
import { explainError } from "../report/finding.ts";
import type { Notes } from "./notes.ts";
import { listPhotos } from "./photo_list.ts";

type World = Pick<Effects, "files" | "images" | "warn">;

/** Finds the photos of a config and reads their heads, each file once. */
export async function findPhotos(
  images: readonly ImageConfig[],
  world: World,
  notes: Pick<Notes, "problems" | "failures">,
): Promise<FoundPhoto[]> {
  const photos: FoundPhoto[] = [];
  for (const { name, path } of await listPhotos(images, world, notes)) {
    try {
      photos.push(await readPhoto(name, path, world));
    } catch (error) {
      notes.failures.push({ where: path, message: explainError(error) });
    }
  }
  warnOfTwins(photos, world);
  return photos;
}

// Under two names a photo is drawn twice, as its user may want.
function warnOfTwins(photos: readonly FoundPhoto[], { warn }: World): void {
  const first = new Map<string, string>(); // by hash
  for (const { path, sha256 } of photos) {
    const twin = first.get(sha256);
    if (twin === undefined) first.set(sha256, path);
    else warn(`"${path}" is the same photo as "${twin}"`);
  }
}

async function readPhoto(name: string, path: string, world: World): Promise<FoundPhoto> {
  const bytes = await world.files.read(path);
  const { width, height, profile } = await world.images.readHead(bytes);
  return { name, path, width, height, profile, sha256: await hashBytes(bytes) };
}

async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
