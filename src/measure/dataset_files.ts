import type { PlacedPhoto } from "../dataset/shard.ts";
import type { Effects, OpenModel } from "../effects.ts";

/** Reads the photos of a dataset; an archive stays open until another one is read. */
export interface DatasetFiles extends Disposable {
  read(photo: PlacedPhoto): Promise<Uint8Array>;
}

/** Opens the photos of a dataset. */
export function openDataset(files: Effects["files"]): DatasetFiles {
  let archive: { readonly path: string; readonly opened: OpenModel } | null = null;
  const close = (): void => {
    archive?.opened.close();
    archive = null;
  };
  return {
    read: async ({ file, start, bytes }) => {
      if (start === null) return await files.load(file);
      if (archive?.path !== file) {
        close();
        archive = { path: file, opened: files.openModel(file) };
      }
      return archive.opened.source.read(start, start + bytes);
    },
    [Symbol.dispose]: close,
  };
}
