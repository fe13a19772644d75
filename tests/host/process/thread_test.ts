import assert from "node:assert/strict";
import { openThread, startThread, startThreadsBy } from "../../../src/host/process/thread.ts";

const ENDING = new URL("../../support/crew/ending_worker.ts", import.meta.url);

/** What a thread says when it is there, or how it ended. */
async function hearFirst(module: URL): Promise<string> {
  const heard = Promise.withResolvers<string>();
  const { port, close } = openThread(module, () => heard.resolve("ended"));
  port.onmessage = ({ data: { kind } }) => heard.resolve(kind);
  return await heard.promise.finally(close);
}

Deno.test("openThread() opens a thread that talks by its port", async () => {
  assert.equal(await hearFirst(ENDING), "ready");
});

Deno.test("openThread() tells that a thread does not start", async () => {
  assert.equal(await hearFirst(new URL("no_such_file.ts", ENDING)), "ended");
});

Deno.test("openThread() tells what a thread ends of", async () => {
  const ended = Promise.withResolvers<string>();
  const { port } = openThread(ENDING, ended.resolve);
  port.postMessage({ job: "ill" });
  assert.equal(await ended.promise, "Array buffer allocation failed");
});

Deno.test("startThreadsBy() has threads started by another", async () => {
  const started: string[] = [];
  startThreadsBy((order) => {
    started.push(order.module);
    startThread(order);
  });
  try {
    assert.equal(await hearFirst(ENDING), "ready");
  } finally {
    startThreadsBy(startThread);
  }
  assert.deepEqual(started, [ENDING.href]);
});
