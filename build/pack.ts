import { writeFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { isFresh } from "./stamp.ts";
import { listPackageFiles, type PackageFile } from "./package_files.ts";

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

if (import.meta.main) {
  if (!isFresh()) throw new Error("Cannot pack: what is built is stale; run `deno task build`");
  const { files, name } = await listPackageFiles();
  const place = new URL(`../${name}`, import.meta.url);
  const tarball = await packFiles(files);
  await writeFile(place, tarball);
  process.stdout.write(`${fileURLToPath(place)}: ${files.length} files, ${tarball.length} bytes\n`);
}
