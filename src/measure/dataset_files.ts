import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects, OpenModel } from "../effects.ts";
import { createError, findReason } from "../reason/error.ts";
import type { Reason } from "../reason/reason.ts";

/** Reads the photos of a dataset; an archive stays open until another one is read. */
export interface DatasetFiles extends Disposable {
  /**
   * Reads a photo.
   *
   * @throws {Error} If it cannot be read: by {@linkcode isLost}, as it is not any more what was listed.
   */
  read(photo: PlacedPhoto): Promise<Uint8Array>;
}

/** Opens the photos of a dataset. */
export function openDataset(files: Effects["files"]): DatasetFiles {
  let archive: { readonly path: string; readonly opened: OpenModel } | null = null;
  const close = (): void => {
    archive?.opened.close();
    archive = null;
  };
  const readWithin = (file: string, start: number, end: number): Uint8Array => {
    if (archive?.path !== file) {
      close();
      archive = { path: file, opened: files.openModel(file) };
    }
    return archive.opened.source.read(start, end);
  };
  return {
    read: async (photo) => {
      const { file, start, bytes } = photo;
      const content = await dare(
        photo,
        async () =>
          start === null ? await files.load(file) : readWithin(file, start, start + bytes),
      );
      requireListed(photo, content);
      return content;
    },
    [Symbol.dispose]: close,
  };
}

/** Tells why a photo is not read: whether it was there when photos were listed, and is no more as it was. */
export function isLost({ code }: Reason): boolean {
  return code === "photo-lost" || code === "photo-changed";
}

// What the file system says of a file that is broken for good; else a share may have gone away.
const LASTING: ReadonlySet<Reason["code"]> = new Set([
  ...["permission-denied", "permission-not-given", "is-folder", "is-device"] as const,
  ...["link-circle", "link-out"] as const,
]);

async function dare(
  { path, bytes }: PlacedPhoto,
  read: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  try {
    return await read();
  } catch (cause) {
    const reason = findCause(findReason(cause));
    if (bytes === 0 || LASTING.has(reason.code)) throw cause;
    throw createError(Error, { code: "photo-lost", file: path, reason }, { cause });
  }
}

// Beside the name of the file, which is told already.
function findCause(reason: Reason): Reason {
  return reason.code === "unread" || reason.code === "unopened" ? reason.reason as Reason : reason;
}

// One that was not there when photos were listed has no bytes.
function requireListed({ path, bytes: listed }: PlacedPhoto, content: Uint8Array): void {
  if (content.length === listed || listed === 0) return;
  const bytes = content.length;
  throw createError(Error, { code: "photo-changed", file: path, bytes, listed });
}
