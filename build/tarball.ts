import { gunzipSync, gzipSync } from "node:zlib";
import { packTar, unpackTar } from "modern-tar";
import type { PackageFile } from "./package_file.ts";

// As npm packs: the same files are the same bytes, whenever they are packed.
const MTIME = new Date("1985-10-26T08:15:00Z");

/** Packs files as npm's registry takes them. */
export async function packFiles(files: readonly PackageFile[]): Promise<Uint8Array> {
  const entries = files.map(({ path, content, isProgram }) => ({
    header: {
      name: `package/${path}`,
      size: content.length,
      mode: isProgram ? 0o755 : 0o644,
      mtime: MTIME,
      ...{ type: "file" as const, uid: 0, gid: 0, uname: "", gname: "" },
    },
    body: content,
  }));
  return gzipSync(await packTar(entries), { level: 9 });
}

/** Reads the files of a packed package. */
export async function unpackFiles(tarball: Uint8Array): Promise<PackageFile[]> {
  const entries = await unpackTar(gunzipSync(tarball), { strip: 1, strict: true });
  return entries.map(({ header: { name, mode = 0 }, data = new Uint8Array(0) }) => {
    return { path: name, content: data, isProgram: (mode & 0o111) !== 0 };
  });
}
