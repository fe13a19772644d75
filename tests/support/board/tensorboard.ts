import { fileURLToPath } from "node:url";

const named = Deno.env.get("CONVATLAS_TENSORBOARD");

/** A Python that has TensorBoard; null where there is none. */
const python = named ?? await findPython();

async function findPython(): Promise<string | null> {
  try {
    const { success } = await run("python3", ["-c", "import tensorboard"]);
    return success ? "python3" : null;
  } catch {
    return null;
  }
}

async function run(command: string, args: readonly string[]): Promise<Deno.CommandOutput> {
  return await new Deno.Command(command, { args: [...args], stderr: "piped" }).output();
}

/** What TensorBoard's own code reads of a run, each in the order of its tags and steps. */
export interface TensorBoardRun {
  readonly images: readonly (readonly [
    tag: string,
    step: number,
    width: number,
    height: number,
    sha256: string,
  ])[];
  readonly scalars: readonly (readonly [tag: string, step: number, value: number])[];
  readonly histograms: readonly (readonly [
    tag: string,
    step: number,
    num: number,
    sum: number,
    counts: readonly number[],
  ])[];
  readonly texts: readonly (readonly [tag: string, step: number, text: string])[];
}

/** Registers a test that asks TensorBoard itself, or says in a line that it is skipped. */
export function testTensorBoard(name: string, fn: () => Promise<void>): void {
  const note = python === null
    ? " (skipped: no python3 with tensorboard, CONVATLAS_TENSORBOARD names another)"
    : "";
  Deno.test({ name: `${name}${note}`, ignore: python === null, fn });
}

const SCRIPT = fileURLToPath(new URL("tensorboard_read.py", import.meta.url));

/** Reads the folder of a run by TensorBoard's own code. */
export async function readByTensorBoard(folder: string): Promise<TensorBoardRun> {
  const { success, stdout, stderr } = await run(python!, ["-B", SCRIPT, folder]);
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout));
}
