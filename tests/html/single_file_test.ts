import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { DATASET_SCRIPTS, singleFileScript } from "../../src/html/assets.ts";
import { packSingleFile } from "../../src/html/single_file.ts";
import { decodeWide } from "../../src/tensor/wide_text.ts";
import { runDataScript } from "../support/report/data_script.ts";
import { HOSTILE, report } from "../support/report/report_fixture.ts";
import { DATASET_LAYERS, DATASET_REPORT } from "../support/report/made_dataset.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { renderFiles } from "../support/report/site_texts.ts";

const hostileText = `<!-- <script> </SCRIPT > ]]> \u2028 \r\n ${HOSTILE}`;

const files = new Map<string, Uint8Array | string>([
  ["images/cat.png", Uint8Array.from({ length: 256 }, (_, i) => i)],
  ["report.json", JSON.stringify(report)],
  [`net/"><script>alert(1)</script>&/layer.json`, hostileText],
  ["empty.txt", ""],
  ["net-1.0/conv1/kernels.png", Uint8Array.of(1, 2, 3)],
  [`net-1.0/conv1/${report.models[0]!.layers[0]!.maps[0]!.picture.file}`, Uint8Array.of(4, 5)],
  ...renderFiles(report, layerReports).map(({ path, content }) => [path, content] as const),
]);

const layerScripts = [...files.keys()].filter((path) => path.endsWith("/layer.js"));

const packed = pack(files);

function pack(files: ReadonlyMap<string, Uint8Array | string>): string {
  return new TextDecoder("utf-16le").decode(packSingleFile(files));
}

// What a browser finds in the file: tags with their attributes, and what stands in them.
const islands = new Map(
  [...packed.matchAll(
    /<script type="text\/plain" data-file="([^"]*)" data-length="(\d+)"( data-deflated)?>([^<]*)<\/script>/g,
  )].map(([, path, length, deflated, wide]) => {
    const bytes = decodeWide(wide!, Number(length));
    return [unescapeHtml(path!), deflated ? inflateRawSync(bytes).toString() : bytes] as const;
  }),
);

function unescapeHtml(text: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", "#x27": "'" };
  return text.replace(/&(lt|gt|quot|amp|#x27|#x3D);/g, (_, name) => signs[name] ?? "=");
}

Deno.test("packSingleFile() holds every file as it was, but what only a folder needs", () => {
  const wanted = new Map(files);
  const translated = ["report", "overview", "compare", "rule", "share"].flatMap((
    name,
  ) => [`${name}.js`, `${name}.zh-CN.js`]);
  const scripts = ["head.js", ...translated].map((name) => `assets/${name}`);
  for (const path of [".nojekyll", ...scripts]) {
    assert(wanted.delete(path));
  }
  const shown = [
    ...packed.matchAll(/<img data-file="([^"]*)" src="data:image\/png;base64,([^"]*)"/g),
  ];
  for (const [, path, base64] of shown) {
    const name = unescapeHtml(path!);
    assert.deepEqual(Uint8Array.fromBase64(unescapeHtml(base64!)), wanted.get(name), name);
    assert(wanted.delete(name));
  }
  assert.equal(shown.length, 2); // the kernels and the maps of the first layer
  for (const path of layerScripts) assert(wanted.delete(path)); // `layer.json` tells the same
  assert.deepEqual([...islands.keys()], [...wanted.keys()].sort());
  for (const [path, content] of wanted) {
    const held = typeof content === "string" || !path.endsWith(".js")
      ? content
      : new TextDecoder().decode(runDataScript(content).bytes);
    assert.deepEqual(islands.get(path), held, path);
  }
});

Deno.test("packSingleFile() lets no text or name become a tag", () => {
  assert.equal(packed.match(/<script/gi)?.length, islands.size + 1);
  assert.equal(packed.match(/<\/script/gi)?.length, islands.size + 1);
  assert(!packed.includes("<!--"));
  assert(!packed.includes(HOSTILE));
});

Deno.test("packSingleFile() lets exactly its own script run, and nothing be requested", () => {
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(packed)!;
  const [, script] = /<script>([^]*?)<\/script>/.exec(packed)!;
  const hash = createHash("sha256").update(script!).digest("base64");
  assert.equal(
    unescapeHtml(policy!),
    `default-src 'none'; img-src data: blob:; script-src 'sha256-${hash}'`,
  );
  assert.equal(script, singleFileScript);
});

Deno.test("packSingleFile() gives the same bytes for the same files, in whatever order", () => {
  assert(pack(new Map([...files].reverse())) === packed);
});

Deno.test("packSingleFile() lets the scripts of a dataset run too, of a report that has one", () => {
  const rendered = renderFiles(DATASET_REPORT, DATASET_LAYERS)
    .map(({ path, content }) => [path, content] as const);
  const page = pack(new Map([["report.json", JSON.stringify(DATASET_REPORT)], ...rendered]));
  const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => script!);
  assert.deepEqual(scripts, [...Object.values(DATASET_SCRIPTS), singleFileScript]);
  const [, policy] = /script-src ([^"]*)"/.exec(page)!;
  const hashes = scripts.map((script) => createHash("sha256").update(script).digest("base64"));
  assert.equal(unescapeHtml(policy!), hashes.map((hash) => `'sha256-${hash}'`).join(" "));
  assert.ok(page.includes('data-file="net-1.0/conv1/dataset.js"'));
  assert.ok(!page.includes('data-file="assets/dataset.js"'));
});
