import assert from "node:assert/strict";
import { join } from "node:path";
import { openWatcher, type Watcher } from "../../../src/host/serve/watcher.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

/** A watcher, and what waits until it wakes. */
interface Watched extends AsyncDisposable {
  readonly watcher: Watcher;
  /** Does something until it is noticed: watching begins some moments after it is asked for. */
  until(act: () => Promise<void>): Promise<void>;
  woken(): number;
}

function open(ignores: (path: string) => boolean = () => false): Watched {
  let woken = 0;
  const watcher = openWatcher({
    ignores,
    wake: () => void woken++,
    fail: (error) => assert.fail(String(error)),
  });
  return {
    watcher,
    woken: () => woken,
    until: async (act) => {
      const before = woken;
      while (woken === before) {
        await act();
        await sleep(50);
      }
    },
    [Symbol.asyncDispose]: () => watcher[Symbol.asyncDispose](),
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

let turn = 0;

function write(path: string): Promise<void> {
  return Deno.writeTextFile(path, String(turn++));
}

Deno.test("openWatcher() notices what happens to the files of folders, and deep in others", async () => {
  await using folder = await makeTempFolder({ "a/x.txt": "", "deep/in/y.txt": "" });
  await using watched = open();
  const [shallow, deep] = ["a", "deep"].map((name) => join(folder.path, name)) as [string, string];
  await watched.watcher.watch({ shallow: [shallow], deep: [deep] });
  await watched.until(() => write(join(shallow, "x.txt")));
  await watched.until(() => write(join(shallow, `new ${turn}.txt`)));
  await watched.until(() => write(join(deep, "in/y.txt")));
  await watched.until(async () => {
    await write(join(folder.path, "draft"));
    await Deno.rename(join(folder.path, "draft"), join(shallow, "x.txt")); // as editors do
  });
});

Deno.test("openWatcher() notices new folders once it is told of them", async () => {
  await using folder = await makeTempFolder({ "a/x.txt": "", "b/y.txt": "" });
  await using watched = open();
  await watched.watcher.watch({ shallow: [join(folder.path, "a")], deep: [] });
  await watched.until(() => write(join(folder.path, "a/x.txt")));
  await watched.watcher.watch({ shallow: [join(folder.path, "b")], deep: [] });
  await watched.until(() => write(join(folder.path, "b/y.txt")));
});

Deno.test("openWatcher() does not look at what is ignored", async () => {
  await using folder = await makeTempFolder({ "x.txt": "", "dist/z.txt": "" });
  const dist = join(folder.path, "dist");
  await using watched = open((path) => path === dist);
  await watched.watcher.watch({ shallow: [], deep: [folder.path] });
  await watched.until(() => write(join(folder.path, "x.txt")));
  await sleep(300); // what comes late of it
  const before = watched.woken();
  await write(join(dist, "z.txt"));
  await sleep(300);
  assert.equal(watched.woken(), before);
});
