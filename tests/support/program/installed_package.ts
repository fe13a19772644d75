import { join } from "node:path";
import { listPackageFiles } from "../../../build/package_files.ts";
import { packFiles } from "../../../build/tarball.ts";
import type { Ending } from "./command.ts";

const ENV = { NO_COLOR: "1" };

/** The versions of Node that the package is tried on; npm has their programs as packages too. */
export const NODES = ["22.23.3", "24.21.0"] as const;

/** Starts a program in a folder. */
export function startProgram(
  program: string,
  args: readonly string[],
  folder: string,
): Deno.ChildProcess {
  return new Deno.Command(program, {
    ...{ args: [...args], cwd: folder, env: ENV },
    ...{ stdin: "null", stdout: "piped", stderr: "piped" },
  }).spawn();
}

/** Runs a program in a folder to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  folder: string,
): Promise<Ending> {
  const { code, stdout, stderr } = await startProgram(program, args, folder).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Whether npm is on this machine and reaches its registry. */
export async function reachesRegistry(): Promise<boolean> {
  try {
    return (await runProgram("npm", ["ping", "--fetch-retries=0"], ".")).code === 0;
  } catch {
    return false;
  }
}

/** Packs the package and installs it into an empty folder, with two programs of Node beside it. */
export async function installPackage(folder: string): Promise<void> {
  const { name, files } = await listPackageFiles();
  await Deno.writeFile(join(folder, name), await packFiles(files));
  await Deno.writeTextFile(join(folder, "package.json"), "{}");
  await install([`./${name}`], folder);
  for (const version of NODES) {
    const place = join(folder, "nodes", version);
    await Deno.mkdir(place, { recursive: true });
    await Deno.writeTextFile(join(place, "package.json"), "{}");
    await install([`${nameNode()}@${version}`], place);
  }
}

/** The place of a program of Node in the folder of the package. */
export function findNode(folder: string, version: typeof NODES[number]): string {
  return join(folder, "nodes", version, "node_modules", nameNode(), "bin/node");
}

async function install(packages: readonly string[], folder: string): Promise<void> {
  const args = ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages];
  const { code, stderr } = await runProgram("npm", args, folder);
  if (code !== 0) throw new Error(`Cannot install ${packages}: ${stderr}`);
}

function nameNode(): string {
  const { os, arch } = Deno.build;
  return `node-${os === "windows" ? "win" : os}-${arch === "aarch64" ? "arm64" : "x64"}`;
}
