import { createHash, type Hash } from "node:crypto";
import { hashContent } from "../file/own_files.ts";

/** The SHA-256 of the files of a report, kept as they are written. */
export interface FileHashes {
  /** Notes a whole file. */
  set(path: string, content: Uint8Array | string): void;
  /** Notes what comes to the end of one. */
  append(path: string, content: Uint8Array | string): void;
  /** Forgets the files of a folder. */
  remove(folder: string): void;
  /** Gives them by path, in hexadecimal. */
  list(): Map<string, string>;
}

/** Begins to keep the hashes of files. */
export function keepHashes(): FileHashes {
  const whole = new Map<string, string>();
  const growing = new Map<string, Hash>(); // few: each holds a state of its own
  return {
    set: (path, content) => void whole.set(path, hashContent(content)),
    append: (path, content) => {
      const hash = growing.get(path) ?? createHash("sha256");
      growing.set(path, hash.update(content));
    },
    remove: (folder) => {
      for (const files of [whole, growing]) {
        for (const path of files.keys()) if (path.startsWith(`${folder}/`)) files.delete(path);
      }
    },
    list: () => {
      const grown = [...growing].map(([path, hash]) => [path, hash.copy().digest("hex")] as const);
      return new Map([...whole, ...grown]);
    },
  };
}
