import assert from "node:assert/strict";
import {
  type Bin,
  formatGuesses,
  parseGuesses,
  turnGuess,
  withGuess,
} from "../../../src/page/rule/guesses.ts";

const guesses = new Map<number, Bin>([[36, "photo"], [1, "photo"], [2, "photo"], [0, "edges"]]);

Deno.test("formatGuesses() writes kernels as runs, and parseGuesses() reads them", () => {
  assert.equal(formatGuesses(guesses), "1-2.36_0");
  assert.equal(encodeURIComponent(formatGuesses(guesses)), formatGuesses(guesses));
  const sorted = [...parseGuesses("1-2.36_0", 64)].toSorted(([a], [b]) => a - b);
  assert.deepEqual(sorted, [[0, "edges"], [1, "photo"], [2, "photo"], [36, "photo"]]);
  assert.equal(formatGuesses(parseGuesses("_0", 64)), "_0");
  assert.deepEqual([formatGuesses(new Map()), parseGuesses("", 64).size], ["", 0]);
});

Deno.test("parseGuesses() leaves out what names no kernel of the layer", () => {
  assert.deepEqual([...parseGuesses("62-999999999.x.-1.3-2.64_7.1e1", 64).keys()], [7, 62, 63]);
});

Deno.test("parseGuesses() takes a kernel that is sorted twice for one that keeps the photo", () => {
  assert.deepEqual([...parseGuesses("3_3", 8)], [[3, "photo"]]);
});

Deno.test("turnGuess() goes from nothing to photo, to edges and back, and changes nothing else", () => {
  const first = turnGuess(guesses, 5);
  assert.equal(first.get(5), "photo");
  const second = turnGuess(first, 5);
  assert.equal(second.get(5), "edges");
  assert.deepEqual(turnGuess(second, 5), guesses);
  assert.deepEqual(withGuess(guesses, 1, null).has(1), false);
  assert.equal(guesses.size, 4);
});
