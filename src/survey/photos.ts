import type { ImageConfig } from "../config/config.ts";
import type { Effects } from "../effects.ts";
import type { FoundPhoto } from "../plan/found.ts";
import { describeFailure, placeFile } from "../report/failure.ts";
import { readNpyShape } from "../tensor/npy/npy.ts";
import { isNpy } from "../tensor/npy/npy_head.ts";
import { countElements } from "../tensor/tensor.ts";
import type { Notes } from "./notes.ts";
import { listPhotos } from "./photo_list.ts";
import { createError } from "../reason/error.ts";

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
      notes.failures.push(describeFailure(placeFile(path), error));
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
  const { bytes, sha256 } = await world.files.read(path);
  if (isNpy(bytes) || /\.npy$/i.test(path)) {
    const dims = readShape(bytes);
    const [width = 1, height = 1] = dims.toReversed();
    return { name, path, width, height, dims, profile: null, sha256 };
  }
  const { width, height, profile } = await world.images.readHead(bytes);
  return { name, path, width, height, dims: null, profile, sha256 };
}

function readShape(bytes: Uint8Array): readonly number[] {
  const dims = readNpyShape(bytes);
  if (dims.length > 0 && countElements(dims) > 0) return dims;
  throw createError(TypeError, { code: "npy-without-values", dims });
}
