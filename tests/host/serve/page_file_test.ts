import assert from "node:assert/strict";
import { findPage } from "../../../src/host/serve/page_file.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const files = {
  "out.html": "secret",
  "dist/index.html": "index",
  "dist/net/-conv 1/index.html": "layer",
  "dist/.git/index.html": "secret",
  "dist/report.json": "{}",
};

// [address, the page]
const addresses: readonly [string, string | null][] = [
  ["/", "index"],
  ["/index.html", "index"],
  ["/net/-conv%201/", "layer"],
  ["/net/-conv%201/index.html", "layer"],
  ["/report.json", null],
  ["/net/none.html", null],
  ["/.git/index.html", null],
  ["/%2e%2e/out.html", null],
  ["/..%2fout.html", null],
  ["/..%5cout.html", null],
  ["/%00.html", null],
  ["/%", null],
];

for (const [address, page] of addresses) {
  Deno.test(`findPage() finds ${page === null ? "no page" : `"${page}"`} at ${address}`, async () => {
    await using folder = await makeTempFolder(files);
    assert.equal(await findPage(`${folder.path}/dist`, address), page);
  });
}
