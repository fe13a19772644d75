import assert from "node:assert/strict";
import type { PartialSession } from "../../../src/visit/session/partial_session.ts";
import { shareSession } from "../../../src/visit/session/shared_session.ts";

// A network that notes what is done to it.
function createSession(): { readonly session: PartialSession; readonly done: string[] } {
  const done: string[] = [];
  const session: PartialSession = {
    obstacles: [],
    run: (_, outputs = ["all"]) => {
      done.push(`run for ${outputs}`);
      return Promise.resolve({ outputs: new Map(), obstacles: [] });
    },
    cut: () => ({ bytes: new Uint8Array(), externalData: [], inputs: [], outputs: [] }),
    close: () => Promise.resolve(void done.push("close")),
  };
  return { session, done };
}

Deno.test("shareSession() closes a network when nobody needs it any more, and once", async () => {
  const { session, done } = createSession();
  const shared = shareSession(session, 2);
  await shared.run(new Map());
  await shared.release();
  await shared.run(new Map(), ["a", "b"]);
  assert.deepEqual(done, ["run for all", "run for a,b"]);
  await shared.release();
  await shared.close();
  assert.deepEqual(done, ["run for all", "run for a,b", "close"]);
});

Deno.test("shareSession() closes a network before that where it is told to", async () => {
  const { session, done } = createSession();
  const shared = shareSession(session, 2);
  await shared.close();
  assert.deepEqual(done, ["close"]);
});
