import assert from "node:assert/strict";
import type { FileStates } from "../../src/host/serve/file_states.ts";
import { openRebuilding } from "../../src/program/rebuilding.ts";

/** Builds that end when they are told to. */
interface Trial {
  readonly states: Map<string, string>;
  /** What each build was told has changed. */
  readonly builds: (readonly string[])[];
  readonly rebuilding: ReturnType<typeof openRebuilding>;
  /** Ends the build that runs. */
  end(): void;
  /** Waits for so many builds to have begun. */
  begun(count: number): Promise<void>;
  /** How often the files were looked at. */
  looks(): number;
}

function tryBuilds(): Trial {
  const states = new Map([["a", "1"], ["b", "1"]]);
  const builds: (readonly string[])[] = [];
  let end = (): void => {};
  let looked = 0;
  const look = (): Promise<FileStates> => {
    looked++;
    return Promise.resolve(new Map(states));
  };
  const build = (changed: readonly string[]): Promise<void> => {
    builds.push(changed);
    return new Promise((resolve) => end = resolve);
  };
  return {
    ...{ states, builds, rebuilding: openRebuilding({ look, build }, 1) },
    end: () => end(),
    begun: async (count) => {
      while (builds.length < count) await sleep();
    },
    looks: () => looked,
  };
}

function sleep(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

Deno.test("openRebuilding() builds at first, then what has changed", async () => {
  const { states, builds, rebuilding, ...trial } = tryBuilds();
  const first = rebuilding.begin();
  await trial.begun(1);
  trial.end();
  await first;
  states.set("b", "2");
  states.set("c", "1");
  states.delete("a");
  rebuilding.wake();
  await trial.begun(2);
  trial.end();
  assert.deepEqual(builds, [[], ["a", "b", "c"]]);
});

Deno.test("openRebuilding() builds nothing where nothing has changed", async () => {
  const { builds, rebuilding, ...trial } = tryBuilds();
  const first = rebuilding.begin();
  await trial.begun(1);
  trial.end();
  await first;
  rebuilding.wake();
  while (trial.looks() < 2) await sleep();
  await sleep();
  assert.deepEqual(builds, [[]]);
});

Deno.test("openRebuilding() runs one build at a time, and builds what changed meanwhile once", async () => {
  const { states, builds, rebuilding, ...trial } = tryBuilds();
  const first = rebuilding.begin();
  await trial.begun(1);
  for (const state of ["2", "3", "4"]) {
    states.set("a", state);
    rebuilding.wake();
    await sleep();
  }
  assert.equal(builds.length, 1, "the first runs");
  trial.end();
  await first;
  await trial.begun(2);
  await sleep();
  assert.deepEqual(builds, [[], ["a"]]);
  trial.end();
});
