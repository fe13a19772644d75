import { dirname, join } from "node:path";
import { imageCodec } from "../../../src/host/photo/image_codec.ts";
import { PROGRAM } from "../program/command.ts";
import { createRandom } from "../random.ts";
import { hashFile, makeTempFolder, type TempFolder } from "../temp_folder.ts";

/** A folder with a small network, photos of two labels and a config that measures them. */
export interface DatasetProject extends TempFolder {
  /** What stands for `convatlas` in the files of deploy/. */
  readonly program: string;
}

const MODEL = new URL("../../../fixtures/miniature.onnx", import.meta.url);

/** Makes the folder. */
export async function makeDatasetProject(photos: number): Promise<DatasetProject> {
  const files = Array.from({ length: photos }, async (_, i) => {
    const path = `set/${i % 2 === 0 ? "even" : "odd"}/${i}.png`;
    return [path, await encodeNoise(i)] as const;
  });
  const folder = await makeTempFolder({
    "convatlas.json": JSON.stringify({
      models: [{ path: "net.onnx" }],
      images: ["set/even/0.png"],
      dataset: { images: ["set/*/*.png"], labels: "folder" },
    }),
    "net.onnx": await Deno.readFile(MODEL),
    "bin/convatlas": `#!/bin/sh\nexec "${Deno.execPath()}" ${PROGRAM.join(" ")} "$@"\n`,
    ...Object.fromEntries(await Promise.all(files)),
  });
  const program = join(folder.path, "bin/convatlas");
  await Deno.chmod(program, 0o755);
  return { ...folder, program };
}

async function encodeNoise(seed: number): Promise<Uint8Array> {
  const [width, height, channels] = [160, 120, 3] as const;
  const levels = createRandom(seed).floats(width * height * channels, 0, 256);
  const raster = { width, height, channels, data: Uint8Array.from(levels) };
  return await imageCodec.encodePng(raster, { title: "", description: "" });
}

/** How a script or a program ended. */
export interface ScriptEnding {
  readonly code: number;
  /** What it told, on both ways. */
  readonly text: string;
}

/** Gives the path of a file of deploy/. */
export function findDeployed(name: string): string {
  return new URL(`../../../deploy/${name}`, import.meta.url).pathname;
}

/** Runs a program in a folder to its end. */
export async function runIn(
  folder: string,
  [command = "", ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ScriptEnding> {
  const { code, stdout, stderr } = await new Deno.Command(command, {
    ...{ args, cwd: folder, env: { NO_COLOR: "1", ...env }, stdin: "null" },
  }).output();
  const text = [stderr, stdout].map((bytes) => new TextDecoder().decode(bytes)).join("");
  return { code, text };
}

/** Runs a command of a file of deploy/ to its end, with `convatlas` on the path; it must end well. */
export async function runDeployed(
  { path, program }: DatasetProject,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const PATH = `${dirname(program)}:${Deno.env.get("PATH")}`;
  const { code, text } = await runIn(path, command, { ...env, PATH });
  if (code !== 0) throw new Error(text);
}

/** Measures all photos in one run, and gives the hash of the tally. */
export async function hashWhole(project: DatasetProject): Promise<string> {
  await runDeployed(project, ["convatlas", "measure", "--quiet", "--out", "whole"]);
  return await hashFile(join(project.path, "whole"));
}
