import process from "node:process";
import { parseArgs } from "node:util";
import type { Progress } from "../src/effects.ts";
import { listExpectedFiles } from "../src/forecast/expected_files.ts";
import { createShapes } from "../src/forecast/shapes.ts";
import { generate } from "../src/generate.ts";
import { createReading, openHostEffects } from "../src/host/host_effects.ts";
import { loadConfig } from "../src/host/file/config_file.ts";
import { prepareReport } from "../src/prepare.ts";

// How near what a report is foretold to take comes to what it takes: bytes by what the files hold, and
// seconds by what is being done, one thing at a time. The rates of src/forecast/ are set by it.
const { values: { config: named } } = parseArgs({ options: { config: { type: "string" } } });
await using loaded = await loadConfig(named);
const out = await Deno.makeTempDir({ prefix: "convatlas-bench-" });
try {
  await print("", ["foretold", "taken"]);
  for (const [doing, { foretold, taken }] of await timeSteps()) {
    await print(`${doing}, s`, [foretold.toFixed(2), taken.toFixed(2)]);
  }
  for (const [kind, { foretold, taken }] of await weighFiles()) {
    await print(`${kind}, MB`, [foretold, taken].map((bytes) => (bytes / 1e6).toFixed(2)));
  }
} finally {
  await Deno.remove(out, { recursive: true });
}

/** What was foretold of something, and what it took. */
interface Compared {
  readonly foretold: number;
  readonly taken: number;
}

function add(
  sums: Map<string, Compared>,
  name: string,
  { foretold, taken }: Compared,
): void {
  const sum = sums.get(name) ?? { foretold: 0, taken: 0 };
  sums.set(name, { foretold: sum.foretold + foretold, taken: sum.taken + taken });
}

// By the verb of what is being done: processor time, which other programs do not disturb.
async function timeSteps(): Promise<Map<string, Compared>> {
  const { folder, config, source } = loaded;
  const sums = new Map<string, Compared>();
  let last = { verb: "prepare", done: 0, at: readProcessor() };
  const tell = ({ doing, seconds: { done } }: Progress): void => {
    const [verb = ""] = doing.split(" ");
    const at = readProcessor();
    add(sums, last.verb, { foretold: done - last.done, taken: at - last.at });
    last = { verb, done, at };
  };
  const ignore = (): void => {};
  const effects = await openHostEffects({
    folder,
    out,
    jobs: 1,
    foresee: ignore,
    tell,
    note: ignore,
    warn: ignore,
  });
  try {
    await generate(config, effects, { source });
  } finally {
    effects.crew.close();
  }
  return sums;
}

function readProcessor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function weighFiles(): Promise<Map<string, Compared>> {
  const { folder, config } = loaded;
  const sums = new Map<string, Compared>();
  using prepared = await prepareReport(
    config,
    createReading({ folder, note: () => {}, warn: () => {} }),
  );
  for (const { kind, path, bytes } of listExpectedFiles(prepared.plan, createShapes())) {
    const { size } = await Deno.stat(`${out}/${path}`);
    for (const name of [kind, "all"]) add(sums, name, { foretold: bytes, taken: size });
  }
  return sums;
}

async function print(name: string, numbers: readonly string[]): Promise<void> {
  const line = name.padEnd(20) + numbers.map((each) => each.padStart(10)).join("");
  await Deno.stdout.write(new TextEncoder().encode(`${line}\n`));
}
