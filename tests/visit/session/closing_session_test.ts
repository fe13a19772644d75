import assert from "node:assert/strict";
import { closeAfter } from "../../../src/visit/session/closing_session.ts";
import type { PartialSession } from "../../../src/visit/session/partial_session.ts";

// A network that fails on its second run, and what was done to it.
function createSession(): { readonly session: PartialSession; readonly done: string[] } {
  const done: string[] = [];
  const session: PartialSession = {
    obstacles: [],
    run: () => {
      done.push("run");
      if (done.length === 2) return Promise.reject(new Error("no memory"));
      return Promise.resolve({ outputs: new Map(), obstacles: [] });
    },
    close: () => Promise.resolve(void done.push("close")),
  };
  return { session, done };
}

Deno.test("closeAfter() closes a network when it has run so many times, and once", async () => {
  const { session, done } = createSession();
  const closing = closeAfter(session, 1);
  await closing.run(new Map());
  assert.deepEqual(done, ["run", "close"]);
  await closing.close();
  assert.deepEqual(done, ["run", "close"]);
});

Deno.test("closeAfter() leaves it to others to close a network that has failed", async () => {
  const { session, done } = createSession();
  const closing = closeAfter(session, 2);
  await closing.run(new Map());
  await assert.rejects(closing.run(new Map()), { message: "no memory" });
  assert.deepEqual(done, ["run", "run"]);
  await closing.close();
  assert.deepEqual(done, ["run", "run", "close"]);
});
