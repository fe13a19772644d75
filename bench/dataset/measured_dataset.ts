import { PROGRAM } from "../../tests/support/program/command.ts";
import { type Cost, measureProcess, nameProgram } from "../measured_process.ts";
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
  const args = ["measure", "--quiet", "--config", config, "--shard", `${part}/${of}`];
  return await writeTally(args, nameTally(folder, part));
}

function nameTally(folder: string, part: number): string {
  return `${folder}/part-${part}.tally`;
}

/** Puts the tallies of so many parts together, and measures that. */
export async function measureMerge(folder: string, of: number): Promise<TallyCost> {
  const parts = Array.from({ length: of }, (_, i) => nameTally(folder, i + 1));
  return await writeTally(["merge", ...parts], `${folder}/all.tally`);
}

async function writeTally(args: readonly string[], out: string): Promise<TallyCost> {
  await Deno.remove(out).catch(() => {}); // it is not there at first
  const cost = await measureProcess([Deno.execPath(), ...PROGRAM, ...args, "--out", out]);
  return { ...cost, bytes: (await Deno.stat(out)).size };
}

/** Decodes the same photos and runs the model as many times, and measures that. */
export async function measureDatasetFloor({ subject, photos, count }: DatasetRun): Promise<Cost> {
  const program = nameProgram("dataset/dataset_floor.ts");
  return await measureProcess([...program, subject.cut, photos, `${count}`]);
}
