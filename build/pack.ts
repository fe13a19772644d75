import { writeFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { listPackageFiles } from "./package_files.ts";
import { packFiles } from "./tarball.ts";

const { files, name } = await listPackageFiles();
const place = fileURLToPath(new URL(`../${name}`, import.meta.url));
const tarball = await packFiles(files);
await writeFile(place, tarball);
process.stdout.write(`${place}: ${files.length} files, ${tarball.length} bytes\n`);
