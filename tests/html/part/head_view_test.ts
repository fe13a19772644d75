import assert from "node:assert/strict";
import { renderTexts } from "../../support/report/site_texts.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const site = "https://example.org/a%22tlas/";

function publish(): ReadonlyMap<string, string> {
  const models = report.models.map((model) => ({
    ...model,
    layers: model.layers.map((layer, i) => ({ ...layer, preview: i === 0 ? "preview.png" : null })),
  }));
  return renderTexts({ ...report, site, models }, layerReports);
}

function readTags(page: string): ReadonlyMap<string, string> {
  const tags = page.matchAll(
    /<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g,
  );
  return new Map([...tags].map(([, name, content]) => [name!, content!]));
}

Deno.test("pages of a site name their own addresses, those of their translations, and a picture", () => {
  const pages = publish();
  const page = pages.get("net-1.0/conv1/index.zh-CN.html")!;
  const base = `${site}net-1.0/conv1/`;
  assert(page.includes(`<link rel="canonical" href="${base}index.zh-CN.html">`));
  assert(
    page.includes(
      `<link rel="alternate" lang="en" hreflang="en" href="${base}index.html" data-page="index.html">`,
    ),
  );
  const tags = readTags(page);
  assert.equal(tags.get("og:url"), `${base}index.zh-CN.html`);
  assert.equal(tags.get("og:image"), `${base}preview.png`);
  assert.equal(tags.get("og:locale"), "zh_CN");
  assert.equal(tags.get("twitter:card"), "summary_large_image");
  assert.match(tags.get("og:title")!, /^conv1：\d+ 个卷积核及其特征图 · /);
});

Deno.test("a page whose layer has no picture shows none, and others that of the first that has one", () => {
  const pages = publish();
  const own = readTags(pages.get("net-1.0/computed/index.html")!);
  assert.equal(own.get("og:image"), undefined);
  assert.equal(own.get("twitter:card"), "summary");
  for (const path of ["index.html", "compare.html", "net-1.0/index.html"]) {
    const image = readTags(pages.get(path)!).get("og:image");
    assert.equal(image, `${site}net-1.0/conv1/preview.png`, path);
  }
  assert.equal(readTags(pages.get("compare.html")!).get("og:url"), `${site}compare.html`);
});

Deno.test("pages of no site name no address but those beside them", () => {
  for (const [path, page] of renderTexts(report, layerReports)) {
    if (!path.endsWith(".html")) continue;
    assert.equal(readTags(page).size, 0, path);
    assert.doesNotMatch(page, /rel="canonical"|<link [^>]*hreflang/); // search engines want whole addresses
    assert.match(page, /<link rel="alternate" lang="zh-CN" href="\w+\.zh-CN\.html" data-page/);
    assert.match(page, /<meta name="description" content="[^"]+">/, path);
  }
});
