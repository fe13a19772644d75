import { REPORT } from "../tests/support/program/command.ts";
import {
  type Cost,
  findPrograms,
  locate,
  measureProcess,
  nameProgram,
} from "./measured_process.ts";
import type { StageTimes } from "./profile.ts";
import { writeRawPictures } from "./raw_pictures.ts";
import type { Subject } from "./subject.ts";

/** Writes a report as a user does, and measures that. */
export async function measureReport({ config }: Subject, out: string): Promise<Cost> {
  await clear(out);
  return await measureProcess(
    [Deno.execPath(), ...REPORT, "--config", config, "--out", out, "--quiet"],
  );
}

/** Writes a report in one thread and gives the seconds of each stage. */
export async function measureStages(
  { config }: Subject,
  out: string,
  profile: string | null,
): Promise<StageTimes> {
  await clear(out);
  const kept = profile === null ? [] : ["--profile", profile];
  const { stdout } = await measureProcess(
    [...nameProgram("staged_report.ts"), "--config", config, "--out", out, ...kept],
  );
  return JSON.parse(stdout);
}

/** Measures one inference a photo and the encoding of a report's pixels. */
export type FloorMeasure = () => Promise<Cost>;

/** Makes ready to measure the floor of a report: its pixels lie in a file. */
export async function prepareFloor(
  { features, photos }: Subject,
  report: string,
  folder: string,
): Promise<FloorMeasure> {
  const [pixels, list] = [`${folder}/pixels`, `${folder}/pixels.json`];
  await Deno.writeTextFile(list, JSON.stringify(await writeRawPictures(report, pixels)));
  return () =>
    measureProcess([...nameProgram("floor.ts"), features, `${photos.length}`, pixels, list]);
}

/** Draws the same as the chapter does, and measures that. */
export async function measureChapter(
  python: string,
  { name, photos }: Subject,
  out: string,
): Promise<Cost> {
  await clear(out);
  return await measureProcess([python, locate("chapter.py"), name, out, ...photos]);
}

/** Finds a Python that has torchvision; null where none has. */
export async function findTorchvision(): Promise<string | null> {
  for (const python of await findPrograms("python3")) {
    const args = ["-c", "import torchvision"];
    const { success } = await new Deno.Command(python, { args, stderr: "null" }).output();
    if (success) return python;
  }
  return null;
}

async function clear(folder: string): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch(() => {}); // it is not there at first
}
