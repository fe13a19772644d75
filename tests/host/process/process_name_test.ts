import assert from "node:assert/strict";
import process from "node:process";
import { isAlive, nameThisProcess } from "../../../src/host/process/process_name.ts";

const [machine, id, start] = JSON.parse(nameThisProcess());

Deno.test("isAlive() knows this process, and another machine's for alive", () => {
  assert.equal(id, process.pid);
  assert(isAlive(nameThisProcess()));
  assert(isAlive(JSON.stringify([`${machine}'s sister`, 2 ** 22 + 1, null])));
});

Deno.test("isAlive() finds that a process has ended", () => {
  assert(!isAlive(JSON.stringify([machine, 2 ** 22 + 1, start]))); // beyond the largest number of Linux
});

Deno.test({
  name: "isAlive() takes no process for one that had its number before",
  ignore: Deno.build.os !== "linux",
  fn: () => assert(!isAlive(JSON.stringify([machine, id, `${Number(start) - 1}`]))),
});
