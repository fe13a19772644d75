import assert from "node:assert/strict";
import { parseLabels } from "../../../src/config/label/label_file.ts";

Deno.test("parseLabels() reads a line a class, as every system ends lines", () => {
  assert.deepEqual(parseLabels("tench\ngoldfish\n\n"), ["tench", "goldfish"]);
  assert.deepEqual(parseLabels("\uFEFFtench\r\n  gold  fish \r\n"), ["tench", "gold fish"]);
  assert.deepEqual(parseLabels("tench\n\nshark"), ["tench", null, "shark"]);
});

Deno.test("parseLabels() takes indices off only where every line has its own", () => {
  assert.deepEqual(parseLabels("0: tench\n1: goldfish"), ["tench", "goldfish"]);
  assert.deepEqual(parseLabels("0 tench\n1 goldfish"), ["tench", "goldfish"]);
  assert.deepEqual(parseLabels("0,tench\n1,goldfish"), ["tench", "goldfish"]);
  assert.deepEqual(parseLabels("3 wheeler\n4 by 4"), ["3 wheeler", "4 by 4"]);
});

Deno.test("parseLabels() takes the numbers of WordNet off", () => {
  assert.deepEqual(parseLabels("n01440764 tench, Tinca tinca\nn01443537 goldfish"), [
    "tench, Tinca tinca",
    "goldfish",
  ]);
});

Deno.test("parseLabels() keeps a number of WordNet that stands alone", () => {
  const alone = ["n01440764", "n01443537"];
  assert.deepEqual(parseLabels("n01440764\nn01443537 \n"), alone);
  assert.deepEqual(parseLabels(JSON.stringify(alone)), alone);
});

Deno.test("parseLabels() reads lists and objects in JSON", () => {
  assert.deepEqual(parseLabels('["tench", "goldfish"]'), ["tench", "goldfish"]);
  assert.deepEqual(parseLabels('[["n01440764", "tench"], ["n01443537", "goldfish"]]'), [
    "tench",
    "goldfish",
  ]);
  const keras = '{"1": ["n01443537", "goldfish"], "0": ["n01440764", "tench"]}';
  assert.deepEqual(parseLabels(keras), ["tench", "goldfish"]);
  assert.deepEqual(parseLabels('{"2": "shark", "0": "tench"}'), ["tench", null, "shark"]);
  const huggingFace = '{"model_type": "resnet", "id2label": {"0": "tench", "1": "goldfish"}}';
  assert.deepEqual(parseLabels(huggingFace), ["tench", "goldfish"]);
});

Deno.test("parseLabels() makes hostile words plain, and long ones short", () => {
  const [turned, long] = parseLabels(`a\u202Eb\u0007\n${"🦊".repeat(500)}`);
  assert.equal(turned, "a\\u{202e}b\\u{7}");
  assert.equal([...long!].length, 80);
  assert.ok(long!.endsWith("🦊…"));
});

Deno.test("parseLabels() refuses what holds no word, or no index", () => {
  const codeOf = (text: string): string => {
    try {
      parseLabels(text);
    } catch (error) {
      return (error as { reason: { code: string } }).reason.code;
    }
    return "none";
  };
  assert.equal(codeOf(""), "no-label");
  assert.equal(codeOf(" \n \n"), "no-label");
  assert.equal(codeOf("[]"), "no-label");
  assert.equal(codeOf("[1, null, {}]"), "no-label");
  assert.equal(codeOf('["tench"'), "labels-no-json");
  assert.equal(codeOf('{"tench": 0}'), "label-no-index");
  assert.equal(codeOf('{"4294967296": "tench"}'), "label-no-index");
});
