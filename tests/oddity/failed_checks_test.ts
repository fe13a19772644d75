import assert from "node:assert/strict";
import { testChecks } from "../../src/oddity/failed_checks.ts";
import { report } from "../support/report/report_fixture.ts";

const [oddity] = report.models[0]!.findings;
const never = {
  ...oddity!,
  id: "conv1/never-on",
  code: "never-on" as const,
  count: 3,
  surprise: 0.6,
};
const usual = { ...never, id: "conv2/never-on", count: 1, surprise: 0 };
const damage = { ...oddity!, id: "conv1/damage/a", code: "damage" as const, value: 0.17, count: 1 };
const models = [{ id: "net", found: [never, usual, damage] }];

const list = (kind: "never-on" | "damage", limit: number | null) =>
  testChecks([{ kind, limit }], models)[0]!.failed.map(({ finding }) => finding);

Deno.test("testChecks() fails by any finding of a kind, but not by what is no surprise", () => {
  assert.deepEqual(list("never-on", null), ["conv1/never-on"]);
});

Deno.test("testChecks() compares the number of kernels with a limit, surprising or not", () => {
  assert.deepEqual(list("never-on", 0), ["conv1/never-on", "conv2/never-on"]);
  assert.deepEqual(list("never-on", 1), ["conv1/never-on"]);
  assert.deepEqual(list("never-on", 3), []);
});

Deno.test("testChecks() compares the error of the worst map with the limit of damage", () => {
  assert.deepEqual(list("damage", 0.1), ["conv1/damage/a"]);
  assert.deepEqual(list("damage", 0.17), []);
});
