import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { quoteWord } from "../../src/words/shell_word.ts";

Deno.test("quoteWord() leaves a word as it is that a shell takes as it stands", () => {
  assert.equal(quoteWord("runs/net-2.b"), "runs/net-2.b");
});

for (const word of ["my runs", "$HOME", '"`a`"', "it's", "a\\b", "*", ""]) {
  Deno.test(`quoteWord() lets a shell take ${JSON.stringify(word)} as it stands`, () => {
    const told = execFileSync("sh", ["-c", `printf %s ${quoteWord(word)}`], { encoding: "utf8" });
    assert.equal(told, word);
  });
}
