import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";

const least = { models: [{ path: "a.onnx" }], images: ["photos"] };

Deno.test("parseConfig() ends the address of a site with one slash, encoded", () => {
  const read = (site: string): string | null => parseConfig({ ...least, site }).site;
  assert.equal(read("https://example.org"), "https://example.org/");
  assert.equal(read("https://example.org/atlas//"), "https://example.org/atlas/");
  assert.equal(read("http://例子.中国:8080/a"), "http://xn--fsqu00a.xn--fiqs8s:8080/a/");
  assert.equal(read('https://x.org/"><script>'), "https://x.org/%22%3E%3Cscript%3E/");
});

const HOSTILE = [
  "javascript:alert(1)",
  "data:text/html,x",
  "ftp://x.org/",
  "//x.org/",
  "x.org",
  "https://",
  "https://[/",
  "https://me:secret@x.org/",
  "https://me@x.org/",
  "https://x.org/?page=",
  "https://x.org/#",
  "https://x.org/a b",
  "https:\\x.org",
  "",
];

for (const site of HOSTILE) {
  Deno.test(`parseConfig() refuses the site ${JSON.stringify(site)} in one line`, () => {
    assert.throws(() => parseConfig({ ...least, site }), ({ problems }) => {
      assert.equal(problems.length, 1);
      assert.equal(problems[0].path, "site");
      assert.match(problems[0].message, /^found .*, expected the address of a folder of the web/s);
      return true;
    });
  });
}
