import assert from "node:assert/strict";
import { resolveLink } from "../../../src/page/files/report_path.ts";

// [page, href, path, rest]
const links: readonly [string, string, string, string][] = [
  ["index.html", "net/index.html", "net/index.html", ""],
  ["net/conv1/index.html", "../../index.zh-CN.html", "index.zh-CN.html", ""],
  ["net/conv1/index.html", "../conv2/index.html#k=3", "net/conv2/index.html", "k=3"],
  ["net/conv1/index.html", "#rule", "net/conv1/index.html", "rule"],
  ["net/conv1/index.html", "maps/gr%C3%B6%C3%9Fe.png", "net/conv1/maps/größe.png", ""],
  ["net/a?b#c%/index.html", "kernels.png", "net/a?b#c%/kernels.png", ""],
  ["index.html", "../../../etc/passwd", "etc/passwd", ""],
];

for (const [page, href, path, rest] of links) {
  Deno.test(`resolveLink() follows "${href}" from "${page}"`, () => {
    assert.deepEqual(resolveLink(page, href), { path, rest });
  });
}

for (const href of ["https://example.org/", "mailto:a@b", "data:,x", "//example.org/x", "100%"]) {
  Deno.test(`resolveLink() gives null for "${href}"`, () => {
    assert.equal(resolveLink("net/index.html", href), null);
  });
}
