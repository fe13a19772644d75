import { describeMachine } from "./figures.ts";
import { type DatasetOptions, parseDatasetOptions, USAGE } from "./dataset/dataset_options.ts";
import {
  addParts,
  type DatasetResult,
  type DatasetRound,
  formatDataset,
  formatShards,
  type ShardsResult,
  summarizeDataset,
} from "./dataset/dataset_result.ts";
import { writeDatasetSubject } from "./dataset/dataset_subject.ts";
import {
  type DatasetRun,
  measureDataset,
  measureDatasetFloor,
  measureMerge,
  type TallyCost,
} from "./dataset/measured_dataset.ts";
import { writeScenePhotos } from "./dataset/scene_photos.ts";

// How long it takes to measure what kernels answer to in photos, beside decoding them and running the
// model alone; and how it grows with photos and parts. The ratios are those of one run.
if (Deno.args.includes("--help")) await print(USAGE);
else await measureAll(parseDatasetOptions(Deno.args));

async function measureAll(options: DatasetOptions): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "convatlas-bench-" });
  try {
    const photos = options.folder ?? `${folder}/photos`;
    const most = Math.max(...options.photos);
    await writeScenePhotos(photos, most);
    const results: DatasetResult[] = [];
    const shards: ShardsResult[] = [];
    for (const name of options.models) {
      const subject = await writeDatasetSubject(folder, name);
      const run = { subject, photos, folder };
      for (const count of options.photos) {
        results.push(await measureCount({ ...run, count }, options));
        await print(formatDataset(results.at(-1)!));
      }
      for (const of of options.shards) {
        shards.push(await measureShards({ ...run, count: most }, of));
        await print(formatShards(shards.at(-1)!));
      }
      await writeFigures(options, { results, shards });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function measureCount(run: DatasetRun, { runs }: DatasetOptions): Promise<DatasetResult> {
  const rounds: DatasetRound[] = [];
  for (let i = 0; i < runs; i++) {
    const measure = await measureDataset(run);
    rounds.push({ measure, floor: await measureDatasetFloor(run) });
  }
  return { model: run.subject.name, photos: run.count, ...summarizeDataset(rounds) };
}

async function measureShards(run: DatasetRun, of: number): Promise<ShardsResult> {
  const parts: TallyCost[] = [];
  for (let part = 1; part <= of; part++) parts.push(await measureDataset(run, { part, of }));
  const merge = await measureMerge(run.folder, of);
  return { model: run.subject.name, photos: run.count, shards: of, parts: addParts(parts), merge };
}

async function writeFigures(
  { json, runs }: DatasetOptions,
  figures: { readonly results: readonly DatasetResult[]; readonly shards: readonly ShardsResult[] },
): Promise<void> {
  if (json === null) return;
  const told = { machine: describeMachine(), runs, ...figures };
  await Deno.writeTextFile(json, `${JSON.stringify(told, null, 2)}\n`);
}

async function print(text: string): Promise<void> {
  await Deno.stdout.write(new TextEncoder().encode(text));
}
