import { readFile } from "node:fs/promises";
import process from "node:process";
import { EMBEDDED_FILES } from "../src/host/file/embedded.ts";
import { stopBundling } from "./bundle.ts";
import { bundlePackage } from "./package_bundle.ts";
import { declareTypes } from "./package_types.ts";
import type { PackageFile } from "./package_file.ts";
import { makeManifest, SCHEMAS } from "./package_manifest.ts";

/** A package, before it is packed. */
export interface PackageContent {
  /** The name of the tarball, as npm names it. */
  readonly name: string;
  readonly files: readonly PackageFile[];
}

const root = new URL("../", import.meta.url);

// Files of the project, by their paths in the package.
const COPIED: Readonly<Record<string, string>> = {
  ...keepPaths(["CHANGELOG.md", "LICENSE", "README.md"]),
  ...keepPaths(EMBEDDED_FILES.map((path) => `fixtures/${path}`)),
  ...Object.fromEntries(Object.entries(SCHEMAS).map(([name, path]) => [`schemas/${name}`, path])),
};

/** Lists what the package holds, in the order of paths. */
export async function listPackageFiles(): Promise<PackageContent> {
  const { scripts, dependencies } = await bundlePackage().finally(stopBundling);
  const manifest = makeManifest(dependencies, findRepository());
  const types = await declareTypes();
  const texts = new Map([
    ...scripts,
    ...[...types].map(([path, text]) => [`types/${path}`, text] as const),
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
  ]);
  const program = `#!/usr/bin/env node\n${texts.get(manifest.bin.convatlas)}`;
  texts.set(manifest.bin.convatlas, program);
  const made = [...texts].map(([path, text]) => {
    const isProgram = path === manifest.bin.convatlas;
    return { path, content: new TextEncoder().encode(text), isProgram };
  });
  const files = [...made, ...await copyFiles()].sort((a, b) => a.path < b.path ? -1 : 1);
  return { name: `${manifest.name}-${manifest.version}.tgz`, files };
}

function keepPaths(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, path]));
}

async function copyFiles(): Promise<PackageFile[]> {
  return await Promise.all(
    Object.entries(COPIED).map(async ([path, from]) => {
      return { path, content: await readFile(new URL(from, root)), isProgram: false };
    }),
  );
}

// GitHub says in which of its repositories a workflow runs.
function findRepository(): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  return server && repository ? `${server}/${repository}` : null;
}
