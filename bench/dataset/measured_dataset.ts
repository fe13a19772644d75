import { fileURLToPath } from "node:url";
import { PROGRAM } from "../../tests/support/program/command.ts";
import { type Cost, measureProcess } from "../measured_process.ts";
import type { DatasetSubject } from "./dataset_subject.ts";

/** A model, and photos that lie in a folder. */
export interface DatasetRun {
  readonly subject: DatasetSubject;
  readonly photos: string;
  readonly count: number;
  /** Where files are written. */
  readonly folder: string;
}

/** What it costs to measure photos, and the bytes of the tally. */
export interface TallyCost extends Cost {
  readonly bytes: number;
}

/** Measures photos as a user does, or one of so many parts of them, and measures that. */
export async function measureDataset(
  { subject: { model }, photos, count, folder }: DatasetRun,
  { part, of }: { readonly part: number; readonly of: number } = { part: 1, of: 1 },
): Promise<TallyCost> {
  const config = `${folder}/measured.json`;
  const dataset = { images: [`${photos}/*.jpg`], limit: count };
  await Deno.writeTextFile(
    config,
    JSON.stringify({ models: [model], images: [`${photos}/00000.jpg`], dataset }),
  );
  const out = nameTally(folder, part);
  await Deno.remove(out).catch(() => {}); // it is not there at first
  const args = ["measure", "--config", config, "--shard", `${part}/${of}`, "--out", out];
  const cost = await measureProcess([Deno.execPath(), ...PROGRAM, ...args, "--quiet"]);
  return { ...cost, bytes: (await Deno.stat(out)).size };
}

function nameTally(folder: string, part: number): string {
  return `${folder}/part-${part}.tally`;
}

/** Puts the tallies of so many parts together, and measures that. */
export async function measureMerge(folder: string, of: number): Promise<TallyCost> {
  const parts = Array.from({ length: of }, (_, i) => nameTally(folder, i + 1));
  const out = `${folder}/all.tally`;
  await Deno.remove(out).catch(() => {}); // it is not there at first
  const args = ["merge", ...parts, "--out", out];
  const cost = await measureProcess([Deno.execPath(), ...PROGRAM, ...args]);
  return { ...cost, bytes: (await Deno.stat(out)).size };
}

/** Decodes the same photos and runs the model as many times, and measures that. */
export async function measureDatasetFloor({ subject, photos, count }: DatasetRun): Promise<Cost> {
  const locate = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
  return await measureProcess([
    ...[
      Deno.execPath(),
      "run",
      "--quiet",
      "--allow-all",
      "--config",
      locate("../../deno.json"),
    ] as const,
    ...[locate("dataset_floor.ts"), subject.cut, photos, `${count}`],
  ]);
}
