import { describeMachine, type Figures, formatMarkdown } from "./figures.ts";
import { findGrowth } from "./growth.ts";
import {
  findTorchvision,
  measureChapter,
  measureReport,
  measureStages,
  prepareFloor,
} from "./measured_report.ts";
import { type BenchOptions, parseOptions, USAGE } from "./options.ts";
import { sizeOutput } from "./output_kinds.ts";
import { type Result, type Round, summarizeRounds } from "./result.ts";
import { formatGrowth, formatResult, formatStarts } from "./result_table.ts";
import { measureStarts, type Start } from "./starts.ts";
import { type Subject, writeSubject } from "./subject.ts";

// How long whole reports take, beside the least that they could and what the chapter's way takes. The
// figures are those of one machine, the ratios those of one run.
if (Deno.args.includes("--help")) await print(USAGE);
else await measureAll(parseOptions(Deno.args));

async function measureAll(options: BenchOptions): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "convatlas-bench-" });
  try {
    const python = options.extras.has("chapter") ? await findChapterPython() : null;
    const starts = options.extras.has("starts") ? await measureOwnStarts(folder, options) : [];
    const head = { machine: describeMachine(), runs: options.runs, starts };
    const results: Result[] = [];
    for (const name of options.models) {
      for (const count of options.photos) {
        const subject = await writeSubject(folder, name, count);
        results.push(await measureSubject(subject, { folder, python, options }));
        await print(`${formatResult(results.at(-1)!)}\n`);
        await writeFigures(options, { ...head, results });
      }
      const growth = findGrowth(results.filter(({ model }) => model === name));
      if (growth !== null) await print(`${formatGrowth(growth)}\n`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function findChapterPython(): Promise<string | null> {
  const python = await findTorchvision();
  if (python === null) {
    await print("the chapter's way is not measured: no python3 here has torchvision\n");
  }
  return python;
}

async function measureSubject(
  subject: Subject,
  { folder, python, options: { extras, runs, profiles } }: {
    readonly folder: string;
    readonly python: string | null;
    readonly options: BenchOptions;
  },
): Promise<Result> {
  const out = `${folder}/report`;
  const report = await measureReport(subject, out);
  const output = await sizeOutput(out);
  const floor = extras.has("floor") ? await prepareFloor(subject, out, folder) : null;
  const rounds: Round[] = [];
  for (let i = 0; i < runs; i++) {
    rounds.push({
      report: i === 0 ? report : await measureReport(subject, out),
      floor: floor && await floor(),
      chapter: python === null ? null : await measureChapter(python, subject, `${folder}/chapter`),
    });
  }
  const { name: model, photos: { length: photos } } = subject;
  const profile = profiles && `${profiles}/${model}-${photos}.cpuprofile`;
  const stages = extras.has("stages") ? await measureStages(subject, out, profile) : null;
  return { model, photos, ...summarizeRounds(rounds), output, stages };
}

async function measureOwnStarts(folder: string, { runs }: BenchOptions): Promise<Start[]> {
  const { model } = await writeSubject(folder, "alexnet", 1);
  const starts = await measureStarts({ model, out: `${folder}/report`, runs });
  await print(`${formatStarts(starts)}\n`);
  return starts;
}

async function writeFigures({ json, markdown }: BenchOptions, figures: Figures): Promise<void> {
  if (json !== null) await Deno.writeTextFile(json, `${JSON.stringify(figures, null, 2)}\n`);
  if (markdown !== null) await Deno.writeTextFile(markdown, formatMarkdown(figures));
}

async function print(text: string): Promise<void> {
  await Deno.stdout.write(new TextEncoder().encode(text));
}
