import assert from "node:assert/strict";
import { join } from "node:path";
import { makeLock, takeLock } from "../../../src/host/output/lock.ts";
import { nameThisProcess } from "../../../src/host/process/process_name.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

Deno.test("takeLock() takes a lock that nobody holds any more", async () => {
  await using folder = await makeTempFolder();
  const path = join(folder.path, "lock");
  assert.equal(takeLock(path), "none");
  const lock = makeLock(path);
  assert.equal(takeLock(path), "held");
  lock.release();
  const taken = takeLock(path);
  assert(typeof taken === "object");
  assert.equal(takeLock(path), "held");
  taken.release();
});

Deno.test("takeLock() leaves a lock of Node alone, alive or not", async () => {
  const dead = JSON.stringify([...JSON.parse(nameThisProcess()).slice(0, 1), 2 ** 22 + 1, null]);
  await using folder = await makeTempFolder({ "alive": nameThisProcess(), dead });
  assert.equal(takeLock(join(folder.path, "alive")), "held");
  assert.equal(takeLock(join(folder.path, "dead")), "held");
});
