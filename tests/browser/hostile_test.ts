/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, testInBrowser } from "../support/browser/browser.ts";
import { runCommand } from "../support/program/command.ts";
import { annotateModel } from "../support/model/hostile_model.ts";
import { encodeTaggedJpeg, encodeTaggedPng } from "../support/hostile_photo.ts";
import { encodeModel, type ModelText } from "../support/model/onnx_model.ts";
import { listTree, makeTempFolder, type TempFolder } from "../support/temp_folder.ts";
import { describeTinyModel } from "../support/model/tiny_model.ts";
import { type Setting, walkSite } from "../support/browser/walk.ts";

// Whatever strings a model, a config, reviews and photos hold, pages show them and obey none, and
// so does the terminal.

/** Gives the string of a place. */
type Word = (place: string) => string;

// Breaks out of each context that it is not escaped in: elements, attributes, scripts, styles,
// comments, templates, terminals, and the order of a text.
const HARM = `</script></style></title>--><script>globalThis.harmed = 1</script>'"><img src=x ` +
  `onerror="globalThis.harmed = 2">' onmouseover='harmed=3' {{x}} {{{y}}} \${z} \\"]]>*/}` +
  `javascript:harmed=4 &lt;&amp; \u001b[31m\u001b]0;x\u0007\u009b2J\r\n\u2028\u202e\u2066🐈`;

const hostile: Word = (place) => `${place} ${HARM}`;

// As long, since pages have room for short names where they have none for long ones.
const plain: Word = (place) => `${place} ${"a".repeat(HARM.length)}`;

/** A network of two convolutions, and one behind an operator that nobody knows. */
function describeNet(word: Word): ModelText {
  const { nodes, initializers } = describeTinyModel();
  const rename = (names: readonly string[]): string[] => names.map((name) => word(name));
  const foreign = { op: word("Warp"), name: word("warp"), domain: word("example.com") };
  const lost = { op: "Conv", name: word("lost"), inputs: ["warped", "w2"], outputs: ["lost map"] };
  return {
    nodes: [...nodes, { ...foreign, inputs: ["lit"], outputs: ["warped"] }, lost].map((node) => ({
      ...node,
      name: word(node.name ?? ""),
      inputs: rename(node.inputs),
      outputs: rename(node.outputs),
    })),
    initializers: Object.fromEntries(
      Object.entries(initializers).map(([name, tensor]) => [word(name), tensor]),
    ),
    inputs: { [word("photo")]: [word("batch"), 3, 8, 8] },
    domains: { [word("example.com")]: 1 },
  };
}

/** Makes a folder whose model, config, reviews and photos hold the word in every string. */
async function makeProject(word: Word): Promise<TempFolder> {
  const file = (name: string): string => word(name).replaceAll("/", "").slice(0, 200);
  const [model, jpeg, png] = [`${file("net")}.onnx`, `${file("a")}.jpg`, `${file("b")}.png`];
  const review = { model: word("net"), layer: word("conv1"), kernel: 1, verdict: "suspicious" };
  const reviews = [
    { ...review, note: word("note"), reviewer: word("reviewer") },
    { ...review, layer: word("no layer"), note: word("note"), reviewer: word("reviewer") },
  ];
  return await makeTempFolder({
    "convatlas.json": JSON.stringify({
      title: word("title"),
      note: word("note"),
      models: [{ name: word("net"), path: model, preprocess: "unit" }],
      images: [{ name: word("photo"), path: jpeg }, png, { path: `${file("none")}.png` }],
      reviews: [`${file("reviews")}.json`],
    }),
    [model]: annotateModel(encodeModel(describeNet(word)), word("text")),
    [jpeg]: await encodeTaggedJpeg(word("tag")),
    [png]: await encodeTaggedPng(word("tag")),
    [`${file("reviews")}.json`]: JSON.stringify({
      ...{ format: "convatlas-review", version: 1, reviews },
    }),
  });
}

// What a terminal obeys but for the ends of lines, and what turns the order of a text.
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Writes a report into `dist`, and checks what the terminal is given. */
async function writeReport({ path }: TempFolder, args: readonly string[] = []): Promise<void> {
  const { code, stdout, stderr } = await runCommand(["report", ...args], path);
  assert.equal(code, 1, stderr); // what is missing is named
  assert.match(stderr, /Warp/);
  assert.match(stderr, /no layer/);
  assert.doesNotMatch(stdout + stderr, OBEYED);
}

Deno.test("a terminal is given no character that it obeys", async () => {
  await using folder = await makeProject(hostile);
  await writeReport(folder, ["--out", "site"]);
  const models = (await listTree(folder.path)).filter((name) => name.endsWith(".onnx"));
  for (const format of [[], ["--json"]]) {
    const { code, stdout, stderr } = await runCommand(
      ["layers", models[0]!, ...format],
      folder.path,
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /harmed/);
    assert.doesNotMatch(stdout + stderr, OBEYED);
  }
  await Deno.writeTextFile(
    join(folder.path, "convatlas.json"),
    JSON.stringify({
      [hostile("key")]: 1,
      models: [{ path: models[0], layers: [hostile("no layer")], preprocess: hostile("none") }],
      images: [hostile("no photo")],
    }),
  );
  const { code, stderr } = await runCommand(["report"], folder.path);
  assert.equal(code, 2);
  assert.match(stderr, /harmed/);
  assert.doesNotMatch(stderr, OBEYED);
});

/** Lists the elements of a page with the names of their attributes, in order. */
function listElements(): string[] {
  return [...document.querySelectorAll("*")].map((element) =>
    [element.tagName, ...element.getAttributeNames().sort()].join(" ")
  );
}

/** Opens every page of a project's report, and gives what is read on each, by its place. */
async function openPages<Found>(
  browser: Browser,
  project: TempFolder,
  { setting, read }: { readonly setting: Setting; readonly read: () => Found },
): Promise<ReadonlyMap<string, Found>> {
  const folder = join(project.path, "dist");
  const site = { folder, origin: pathToFileURL(`${folder}/`).href };
  const found = new Map<string, Found>();
  await walkSite(browser, site, async ({ open }) => {
    for (const path of await listTree(folder)) {
      if (!path.endsWith(".html")) continue;
      const page = await open(path.split("/").map(encodeURIComponent).join("/"), setting);
      const runs = setting.javaScriptEnabled ?? true;
      await page.waitForLoadState(runs ? "networkidle" : "load"); // the script comes behind the page
      found.set(namePlace(path), await page.evaluate(read));
      await page.context().close();
    }
  });
  return found;
}

// A page's path without what stands in names behind their first word.
function namePlace(path: string): string {
  return path.split("/").map((part) => part.endsWith(".html") ? part : part.match(/^[a-z0-9]+/)![0])
    .join("/");
}

testInBrowser("pages show hostile strings as text, and run nothing of them", async (browser) => {
  await using known = await makeProject(plain);
  await using project = await makeProject(hostile);
  for (const each of [known, project]) await writeReport(each);
  const still = { setting: { javaScriptEnabled: false }, read: listElements };
  const expected = await openPages(browser, known, still);
  assert.equal(expected.size, 12); // in two languages
  assert.deepEqual(await openPages(browser, project, still), expected);
  const isHarmed = (): boolean => "harmed" in globalThis;
  const harmed = await openPages(browser, project, { setting: {}, read: isHarmed });
  assert.deepEqual([...harmed.values()], Array(12).fill(false));
});

testInBrowser("a report in one file runs nothing of hostile strings", async (browser) => {
  await using project = await makeProject(hostile);
  await writeReport(project, ["--single-file"]);
  const origin = pathToFileURL(`${project.path}/`).href;
  await walkSite(browser, { folder: project.path, origin }, async ({ open }) => {
    const page = await open("report.html");
    await page.waitForLoadState("load");
    assert.match(await page.title(), /harmed/);
    assert.equal(await page.evaluate(() => "harmed" in globalThis), false);
  });
});
