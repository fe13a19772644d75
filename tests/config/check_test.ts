import assert from "node:assert/strict";
import { type ChecksInput, writeCheck } from "../../src/config/check.ts";
import { parseConfigOptions } from "../../src/config/config_option.ts";
import { ODDITY_KINDS } from "../../src/config/oddity_kind.ts";
import { parseConfig } from "../../src/config/parse.ts";

const few = { models: [{ path: "a.onnx" }], images: ["photos"] };

const parse = (checks: ChecksInput) => parseConfig({ ...few, checks }).checks;

Deno.test("parseConfig() reads checks as a list of rules, or as limits by their kinds", () => {
  const checks = [
    { kind: "never-on", limit: null },
    { kind: "damage", limit: 0.1 },
    { kind: "border", limit: 0.5 },
  ];
  assert.deepEqual(parse(["never-on", " damage > 0.1", "border>.5"]), checks);
  assert.deepEqual(parse({ damage: 0.1, neverOn: 0 }), [
    { kind: "damage", limit: 0.1 },
    { kind: "never-on", limit: 0 },
  ]);
  assert.deepEqual(checks.slice(0, 2).map((check) => writeCheck(check as never)), [
    "never-on",
    "damage>0.1",
  ]);
  assert.deepEqual(parseConfig(few).checks, []);
});

Deno.test("parseConfig() takes every kind, with a limit and without", () => {
  for (const kind of ODDITY_KINDS) {
    assert.deepEqual(parse([kind, `${kind}>2.5`]), [{ kind, limit: null }, { kind, limit: 2.5 }]);
  }
});

Deno.test("parseConfigOptions() reads them from --check", () => {
  const { config } = parseConfigOptions({ check: ["never-on", "damage>0.1"] });
  assert.deepEqual(config.checks, parse(["never-on", "damage>0.1"]));
  assert.throws(() => parseConfigOptions({ check: ["nver-on"] }), /--check: .*"never-on"\?/);
});

Deno.test("parseConfig() refuses what is no rule, and says what one is", () => {
  assert.throws(() => parse(["nver-on"]), /checks\[0\]: found "nver-on".*mean "never-on"\?/);
  assert.throws(() => parse(["gibberish"]), /the kinds are damage, not-finite/);
  assert.throws(() => parse(["damage>lots"]), /expected a kind of finding such as "never-on"/);
  assert.throws(() => parse(["damage>-1"]), /a limit is a number, 0 or more, behind a single >/);
  assert.throws(() => parse(["never-on>=2"]), /a limit is a number, 0 or more, behind a single >/);
  assert.throws(() => parse({ damage: -1 }), /a limit, 0 or more/);
  assert.throws(() => parse({ wrong: 1 } as never), /limits by the kinds of findings/);
});
