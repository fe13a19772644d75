import assert from "node:assert/strict";
import { formatRanking, parseRanking } from "../../../src/site/compare/ranking_state.ts";

const parse = (text: string) => parseRanking(new URLSearchParams(text));

Deno.test("parseRanking() starts with the worst map, in percent, and takes nothing else", () => {
  assert.deepEqual(parse(""), { by: "worst", reversed: false, unit: "error" });
  assert.deepEqual(parse("by=size&unit=m&reverse=2"), parse(""));
});

Deno.test("formatRanking() writes what differs from that, and parseRanking() gives it back", () => {
  const state = parse("by=graph&reverse=1&unit=snr");
  assert.equal(formatRanking(state).toString(), "by=graph&reverse=1&unit=snr");
  assert.deepEqual(parse(formatRanking(state).toString()), state);
  assert.equal(formatRanking(parse("")).toString(), "");
});
