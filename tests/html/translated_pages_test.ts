import assert from "node:assert/strict";
import { HOSTILE, report } from "../support/report/report_fixture.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { createError } from "../../src/reason/error.ts";
import { describeFailure, placeModel } from "../../src/report/failure.ts";
import { REASONS } from "../../src/words/reasons.ts";
import { REASON_SAMPLES } from "../support/report/reason_samples.ts";
import { renderTexts } from "../support/report/site_texts.ts";

// Names and messages are the user's own: here they have no Latin word.
const plain: typeof report = JSON.parse(
  JSON.stringify(report)
    .replaceAll(JSON.stringify(HOSTILE).slice(1, -1), "狐狸")
    .replaceAll(
      /"(note)":"(?:[^"\\]|\\.)+"/g,
      '"$1":"原因"',
    ),
);

const pages = renderTexts(plain, layerReports);
const chinese = [...pages].filter(([path]) => path.endsWith(".zh-CN.html"));

Deno.test("every page says which language it is in, and links to itself in the other", () => {
  for (const [path, page] of pages) {
    if (!path.endsWith(".html")) continue;
    const language = path.endsWith(".zh-CN.html") ? "zh-CN" : "en";
    assert.match(page, new RegExp(`<html lang="${language}">`), path);
    const [name] = path.split("/").at(-1)!.split(".");
    for (const other of [`${name}.html`, `${name}.zh-CN.html`]) {
      assert.ok(page.includes(`<a href="${other}" lang=`), `${path}: ${other}`);
    }
  }
});

Deno.test("the links of a page stay within its language", () => {
  for (const [path, page] of pages) {
    if (!path.endsWith(".html")) continue;
    for (const [tag, address] of page.matchAll(/<a [^>]*href="([^"#]*\.html)[^>]*>/g)) {
      if (tag.includes("hreflang=")) continue;
      assert.equal(isChinese(address!), isChinese(path), `${path}: ${tag}`);
    }
  }
});

Deno.test("the Chinese pages say nothing in English", () => {
  assert.ok(chinese.length > 2);
  for (const [path, page] of chinese) {
    for (const text of listTexts(page)) {
      const own = text.replace(/“[^”]*”/g, ""); // words of others are quoted
      assert.doesNotMatch(own, /[A-Za-z]{2,} [A-Za-z]{2,}/, `${path}: ${text}`);
      if (/^[A-Za-z]{2,}$/.test(text)) assert.ok(PROPER.has(text), `${path}: ${text}`);
    }
  }
});

Deno.test("the Chinese first page tells every failure in Chinese", () => {
  const place = placeModel("狐狸", { layers: ["一", "二"], photo: "三" });
  const failures = REASON_SAMPLES.map((reason) =>
    describeFailure(place, createError(Error, reason))
  );
  const site = renderTexts({ ...plain, failures }, layerReports);
  const told = [...listTexts(site.get("index.zh-CN.html")!)];
  assert.ok(told.includes("狐狸，一、二（照片 三）："));
  for (const reason of REASON_SAMPLES) {
    const sentence = escapeText(REASONS["zh-CN"](reason));
    assert.ok(told.includes(sentence), sentence);
  }
});

function escapeText(text: string): string {
  return text.replace(/[&"'`=<]/g, (character) => ESCAPED[character]!);
}

// As Handlebars does.
const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#x27;",
  "`": "&#x60;",
  "=": "&#x3D;",
  "<": "&lt;",
};

Deno.test("the English pages say nothing in Chinese but the name of the language", () => {
  for (const [path, page] of pages) {
    if (!path.endsWith(".html") || isChinese(path)) continue;
    for (const text of listTexts(page)) {
      assert.doesNotMatch(
        text.replace(/中文|狐狸|原因/g, ""),
        /\p{Script=Han}/u,
        `${path}: ${text}`,
      );
    }
  }
});

function isChinese(path: string): boolean {
  return path.endsWith(".zh-CN.html");
}

// Names that are the same in every language; "computed" is a layer.
const PROPER = new Set([
  "convatlas",
  "English",
  "Conv",
  "computed",
  "viridis",
  "Enter",
  "Esc",
  "Spearman",
]);

// What is read on a page or heard: text, and the attributes that stand for text.
function* listTexts(page: string): Generator<string> {
  const body = page.replace(/<code[^>]*>.*?<\/code>/gs, "").replace(/<head>.*<\/head>/s, "");
  for (const [, text] of body.matchAll(/>([^<]+)</g)) yield text!.trim();
  for (const [, text] of body.matchAll(/ (?:alt|title|aria-label)="([^"]+)"/g)) yield text!;
}
