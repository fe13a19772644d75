import assert from "node:assert/strict";
import { LANGUAGES } from "../../src/plan/language.ts";
import { renderSite } from "../../src/html/site.ts";
import type { LoadedLayerFile } from "../../src/report/layer_file.ts";
import { unpackValue } from "../../src/report/packed/packed_value.ts";
import { HOSTILE, report } from "../support/report/report_fixture.ts";
import { DATASET_LAYERS, DATASET_REPORT } from "../support/report/made_dataset.ts";
import { layerReports } from "../support/report/made_measures.ts";
import { runDataScript } from "../support/report/data_script.ts";
import { renderFiles, renderTexts } from "../support/report/site_texts.ts";

const site = renderTexts(report, layerReports);
const pages = [...site].filter(([path]) => path.endsWith(".html"));

Deno.test("renderSite() and renderLayer() give the pages of every model and layer in every language", () => {
  const layers = ["conv1", "features.3-Conv", "computed", "größe"].map((id) => `net-1.0/${id}`);
  const endings = [".html", ".zh-CN.html"];
  assert.deepEqual([...site.keys()], [
    ".nojekyll",
    "assets/style.css",
    "assets/head.js",
    "assets/drawings.js",
    "assets/report.js",
    "assets/overview.js",
    "assets/compare.js",
    "assets/rule.js",
    "assets/share.js",
    "assets/report.zh-CN.js",
    "assets/overview.zh-CN.js",
    "assets/compare.zh-CN.js",
    "assets/rule.zh-CN.js",
    "assets/share.zh-CN.js",
    ...endings.flatMap((ending) =>
      ["index", "compare", "net-1.0/index"].map((name) => name + ending)
    ),
    "net-1.0/layers.js",
    ...layers.flatMap((layer) =>
      [...endings.map((ending) => `index${ending}`), "layer.css", "layer.json", "layer.js"]
        .map((name) => `${layer}/${name}`)
    ),
  ]);
});

Deno.test("renderSite() reads nothing that is set aside of layers", () => {
  const names = ["maps", "neighbours", "exciting", "excitingInside"] as const;
  const read: string[] = [];
  const watched = layerReports.map((layer) => {
    const get = (name: typeof names[number]) => () => (read.push(name), layer[name]);
    const setAside = names.map((name) => [name, { enumerable: true, get: get(name) }] as const);
    return Object.defineProperties({ ...layer }, Object.fromEntries(setAside));
  });
  for (const _ of renderSite(report, watched));
  assert.deepEqual(read, []);
  assert.equal(watched[0]!.maps, layerReports[0]!.maps);
  assert.deepEqual(read, ["maps"]);
});

Deno.test("renderSite() makes a page when it is asked for", () => {
  const files = renderSite({
    ...report,
    get models(): never {
      throw new Error("the models were read");
    },
  }, layerReports);
  assert.equal(files.next().value?.path, ".nojekyll");
  const scripts = LANGUAGES.flatMap(() => ["report", "overview", "compare", "rule", "share"]);
  for (const _ of ["style", "head", "drawings", ...scripts]) files.next();
  assert.throws(() => files.next(), /the models were read/);
});

Deno.test("renderSite() and renderLayer() give the same bytes for the same report", () => {
  const again = renderTexts(report, layerReports);
  assert.deepEqual(again, site);
});

Deno.test("every page forbids all but its own folder, and holds no style or script", () => {
  for (const [path, page] of pages) {
    assert.ok(
      page.includes(
        `content="default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'"`,
      ),
      path,
    );
    assert.doesNotMatch(page, /<style|\sstyle=|\son\w+="|javascript:/i, path);
    for (const [, inside] of page.matchAll(/<script[^>]*>([^<]*)<\/script>/g)) {
      assert.equal(inside, "", path);
    }
  }
});

Deno.test("every page has landmarks, one h1, and headings in order", () => {
  for (const [path, page] of pages) {
    const lang = path.endsWith(".zh-CN.html") ? "zh-CN" : "en";
    for (
      const part of [`<html lang="${lang}">`, "<main", "<header", "<footer", 'name="viewport"']
    ) {
      assert.ok(page.includes(part), `${path}: ${part}`);
    }
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1, path);
    levels.forEach((level, i) => assert.ok(level <= (levels[i - 1] ?? 0) + 1, path));
  }
});

Deno.test("every picture has words in its place", () => {
  for (const [path, page] of pages) {
    for (
      const [tag, cut] of page.matchAll(/(<svg class="cut[^>]*><foreignObject[^>]*>)?<img [^>]*>/g)
    ) {
      if (tag.includes("data-photo")) continue; // the script gives it a picture; words stand around it
      assert.match(tag, cut ? / role="img" aria-label="[^"]+"/ : / alt="[^"]+"/, path);
      assert.match(tag, / width="\d+" height="\d+"[^>]*>$/, path); // a place, before it comes
    }
  }
});

Deno.test("hostile names stand in pages as text", () => {
  const escaped =
    "&lt;/script&gt;&lt;img src&#x3D;x onerror&#x3D;&quot;a(&#x27;b&#x27;)&quot;&gt;" +
    "{{x}}\u2028&amp;amp; 🦊";
  for (const [path, page] of pages) {
    assert.ok(page.includes(escaped), path);
    assert.ok(!page.includes(HOSTILE), path);
    assert.ok(!page.includes("<img src=x"), path);
  }
});

Deno.test("stylesheets hold no name", () => {
  for (const [path, css] of site) {
    if (path.endsWith(".css")) assert.doesNotMatch(css, /<script|onerror|🦊|größe/, path);
  }
});

Deno.test("every address is relative and leads to a file of the report", () => {
  const files = listFiles();
  for (const [path, text] of site) {
    for (const address of listAddresses(path, text)) {
      assert.doesNotMatch(address, /^(\w+:|\/)/, path);
      const { pathname, hash } = new URL(address, `https://host/sub/${encodeURI(path)}`);
      const file = decodeURIComponent(pathname).replace("/sub/", "");
      assert.ok(files.has(file), `${path}: ${address} leads to ${file}`);
      const [id] = hash.slice(1).replaceAll("&#x3D;", "=").split("&"); // the rest is for the script
      if (id && !id.startsWith("q=")) {
        assert.ok(site.get(file)!.includes(`id="${id}"`), `${path}: ${hash}`);
      }
    }
  }
});

Deno.test("a layer's page has every pair once, in the order of the channels", () => {
  for (const { id, pairs } of report.models[0]!.layers) {
    const page = site.get(`net-1.0/${id}/index.html`)!;
    const indices = [...page.matchAll(/ id="k=(\d+)"/g)].map(([, k]) => Number(k));
    assert.deepEqual(indices, Array.from({ length: pairs }, (_, k) => k));
  }
});

Deno.test("a layer's page says which maps are constant or hold values that are not finite", () => {
  const page = site.get("net-1.0/conv1/index.html")!;
  assert.match(page, /Map 1 is constant on every photo\. Map 3 holds values that are not finite\./);
});

Deno.test("the page of a first layer asks for its finding, which links to the rule, and tells it without script", () => {
  const page = renderWithPhotos([0, 3, 7]).get("net-1.0/conv1/index.html")!;
  assert.match(
    page,
    /<div class="ask scripted">\n<p class="lead">Which of these kernels make maps/,
  );
  const lead =
    /<p class="lead answered">Kernels that average more tend to[^\n]*\. <a href="#rule">/;
  assert.match(page, lead);
  assert.match(page, /<p class="say">Rank correlation of [^\n]* 0\.79, p ≤ 0\.0001;/);
  assert.equal(page.match(/ id="rule"/g)?.length, 1);
  assert.doesNotMatch(site.get("net-1.0/größe/index.html")!, /See the rule/);
});

Deno.test("a layer of whose maps hardly any looks like the photo has no headline about it", () => {
  const page = renderWithPhotos([3, 7]).get("net-1.0/conv1/index.html")!;
  assert.match(page, /<p class="say">Each of the 10 kernels stands beside the map it makes/);
  assert.match(page, /<p class="lead">Kernels that average more/); // in the rule
});

// With maps of the first layer that are three quarters photo.
function renderWithPhotos(photos: readonly number[]): ReadonlyMap<string, string> {
  const [first, ...others] = layerReports;
  const { averages } = first!;
  const keepsPicture = averages!.index.map((k) => photos.includes(k) ? 0.75 : 0.0625);
  const changed = [{ ...first!, averages: { ...averages!, keepsPicture } }, ...others];
  return renderTexts(report, changed);
}

Deno.test("the first page and a model's page say which of its layers show something clear", () => {
  const says =
    "In 1 of 4 layers how much of a map is photo goes clearly with a measure of its kernel";
  for (const [path, href] of [["index", "net-1.0/conv1"], ["net-1.0/index", "conv1"]]) {
    const page = site.get(`${path}.html`)!;
    const to = `<a href="${href}/index.html#rule" title="conv1">conv1<wbr></a>`;
    const link = `${says}: <span>${to} DC gain 0.79`;
    assert.ok(page.includes(link), path);
    assert.doesNotMatch(page, /tend to make/);
  }
});

Deno.test("plots have ticks, and axes whose names lead to what they mean", () => {
  const page = site.get("net-1.0/conv1/index.html")!;
  const plots = [...page.matchAll(/<svg class="plot".*?<\/svg>/gs)].map(([plot]) => plot);
  assert(plots.length > 0);
  for (const plot of plots) {
    assert.match(plot, /<line class="axis"/);
    assert.match(plot, /<line class="tick".*?<text [^>]*text-anchor="middle">\d/s);
    assert.match(plot, /dy="\.35em" text-anchor="end">\d/);
    const names = [
      ...plot.matchAll(/<text class="label"[^>]*><a class="about" href="#([^"]+)">\S/g),
    ];
    assert.equal(names.length, 2);
    for (const [, id] of names) assert(page.includes(` id="${id}"`), id);
  }
});

Deno.test("a layer's page has no headline where nothing is clear, but a line in the rule", () => {
  const page = site.get("net-1.0/features.3-Conv/index.html")!;
  assert.match(page, /<p class="lead">Each of the 12 kernels stands beside the map it makes/);
  assert.match(page, /<p class="say">No measure of the kernels could be compared with/);
});

Deno.test("a layer's page has a chip for every class that has kernels, and tells them apart", () => {
  const page = site.get("net-1.0/conv1/index.html")!;
  const chips = [...page.matchAll(/name="class" value="([^"]+)"/g)];
  assert.deepEqual(chips.map(([, value]) => value), [
    ...["edge", "line", "colour edge", "colour spot", "texture", "dead", "other"],
    ...["when:never", "when:rare", "when:broad", "where:inside", "where:padding"],
    ...["acts:excites", "acts:both", "shows:photo", "shows:neither"],
  ]);
});

Deno.test("the stylesheet gives a tone to every class that has a mark", () => {
  const style = site.get("assets/style.css")!;
  const page = site.get("net-1.0/conv1/index.html")!;
  const tones = [...page.matchAll(/ id="m-(c-\d+)"/g)].map(([, tone]) => tone!);
  assert.equal(tones.length, 10);
  for (const tone of tones) assert.match(style, new RegExp(`\n\\.${tone} \\{\\s+--tone: `), tone);
});

Deno.test("a layer's pairs are named by their numbers, to which the script adds", () => {
  const page = site.get("net-1.0/conv1/index.html")!;
  assert.match(page, /aria-label="Kernel 0"/);
  const links = page.match(/<li id="k=\d+"[^>]*><a href="#k=\d+" aria-label="[^"]+">/g);
  assert.equal(links!.length, 10);
});

Deno.test("a layer's table of measures has a row for each pair, closed at first", () => {
  for (const { id, pairs } of report.models[0]!.layers) {
    const page = site.get(`net-1.0/${id}/index.html`)!;
    const table = page.match(/<details class="how measures">.*?<\/details>/s)![0];
    const rows = [...table.matchAll(/<th scope="row"><a href="#k=(\d+)">/g)];
    assert.deepEqual(rows.map(([, k]) => Number(k)), Array.from({ length: pairs }, (_, k) => k));
    const columns = table.match(/<th scope="col">/g)!.length - 1;
    assert.equal(table.match(/<td>/g)!.length, pairs * columns);
  }
});

Deno.test("a layer's page has a switch only where maps are kept behind an activation", () => {
  assert.match(
    site.get("net-1.0/conv1/index.html")!,
    /id="after" value="after"><span>after BatchNormalization/,
  );
  assert.doesNotMatch(site.get("net-1.0/features.3-Conv/index.html")!, /id="after"|class="after"/);
});

Deno.test("a kind of picture that pages do not know changes no grid", () => {
  const [model] = report.models;
  const [first] = model!.layers;
  const stray = { ...first!.pictures[0]!, kind: "patches" as "kernels", file: "patches.png" };
  const layers = [{ ...first!, pictures: [stray, ...first!.pictures] }];
  const pages = renderTexts({ ...report, models: [{ ...model!, layers }] }, layerReports);
  assert.equal(pages.get("net-1.0/conv1/layer.css"), site.get("net-1.0/conv1/layer.css"));
});

Deno.test("the first page and a model's page count the reviews of a layer, where there are any", () => {
  for (const path of ["index.html", "net-1.0/index.html"]) {
    assert.equal(site.get(path)!.match(/2 reviewed: 1 suspicious, 1 dead/g)?.length, 1, path);
    assert.equal(site.get(path)!.match(/ reviewed: /g)?.length, 1, path);
  }
  assert.match(site.get("index.zh-CN.html")!, /已评审 2 对：1 对可疑，1 对失效/);
});

Deno.test("a layer's page lists the reviews of the report, without script too", () => {
  const page = site.get("net-1.0/conv1/index.html")!;
  const [list] = page.match(/<details class="how measures reviews">.*?<\/details>/s)!;
  assert.match(list, /<summary>Reviews in the report: 2 reviewed: 1 suspicious, 1 dead<\/summary>/);
  const rows = [...list.matchAll(/<a href="#k=(\d+)">\d+<\/a><td>(\w+)<td>/g)];
  assert.deepEqual(rows.map(([, k, verdict]) => `${k} ${verdict}`), [
    "1 suspicious",
    "1 fine",
    "7 dead",
  ]);
  assert.doesNotMatch(site.get("net-1.0/computed/index.html")!, /measures reviews/);
});

Deno.test("pages say in plain sight what is missing", () => {
  const index = site.get("index.html")!;
  assert.match(index, /Left out/);
  assert.match(index, /its elements are complex64/);
  assert.match(index, /the session ran out of memory/);
  assert.doesNotMatch(index, /none left out/);
  assert.match(site.get("net-1.0/computed/index.html")!, /Kernels not drawn:/);
  assert.match(site.get("net-1.0/größe/index.html")!, /Maps not drawn:/);
});

Deno.test("the first page says that nothing is left out where nothing is", () => {
  const models = report.models.map((model) => {
    return { ...model, layers: model.layers.slice(0, 2), leftOut: null };
  });
  const whole = { ...report, models, failures: [] };
  const index = renderTexts(whole, layerReports).get("index.html")!;
  assert.match(
    index,
    /1 model, 2 layers, 22 kernels, 2 photos: 44 pairs [^.]*, none left out\./,
  );
  assert.doesNotMatch(index, /Left out/);
  const convolutions = models.map((model, i) => ({ ...model, leftOut: report.models[i]!.leftOut }));
  const part = renderTexts({ ...whole, models: convolutions }, layerReports).get("index.html")!;
  assert.match(part, /fully connected/);
  assert.doesNotMatch(part, /none left out/);
});

function listFiles(): ReadonlySet<string> {
  const [model] = report.models;
  const photos = model!.inputs.flatMap(({ file, thumb }) => [file, thumb!]);
  const files = [...site.keys(), "report.json", ...photos];
  for (const { id, pictures, effective, projections, maps } of model!.layers) {
    const grids = maps.flatMap(({ picture, activated, inputs }) =>
      [picture, activated, inputs].flatMap((each) => each ?? [])
    );
    const views = [effective?.picture, projections.picture].flatMap((picture) => picture ?? []);
    const own = [...pictures, ...views, ...grids].map(({ file }) => file);
    files.push(...own.map((file) => `net-1.0/${id}/${file}`));
  }
  return new Set(files);
}

function listAddresses(path: string, text: string): readonly string[] {
  const pattern = path.endsWith(".css") ? /url\("([^"#]+)"\)/g : /\s(?:href|src)="([^"]*)"/g;
  const all = path.endsWith(".js")
    ? []
    : [...text.matchAll(pattern)].map(([, address]) => address!);
  return all.filter((address) => !/^data:image\/(?:png|svg\+xml)[;,]/.test(address)); // the icons
}

Deno.test("a report with a dataset has its style and its scripts, and no other report has", () => {
  const own = ["assets/dataset.css", "assets/dataset.js", "assets/dataset.zh-CN.js"];
  assert.deepEqual(own.filter((path) => site.has(path)), []);
  const withDataset = renderTexts(DATASET_REPORT, DATASET_LAYERS);
  assert.deepEqual(own.filter((path) => withDataset.has(path)), own);
  const page = withDataset.get("net-1.0/conv1/index.html")!;
  assert.match(page, /href="..\/..\/assets\/dataset.css"/);
  assert.doesNotMatch(site.get("net-1.0/conv1/index.html")!, /dataset/);
});

Deno.test("the page of a layer loads the cells of a dataset by themselves", () => {
  const files = renderFiles(DATASET_REPORT, DATASET_LAYERS);
  const read = (name: string) => {
    const { content } = files.find(({ path }) => path === `net-1.0/conv1/${name}`)!;
    if (typeof content === "string") return JSON.parse(content);
    return unpackValue(runDataScript(content).bytes) as ReturnType<typeof JSON.parse>;
  };
  const { strongest, middle, named, ...numbers } = read("layer.json").dataset;
  assert.deepEqual(read("layer.js").dataset, numbers);
  const { pictures, ...cells } = read("dataset.js");
  assert.deepEqual(cells, { strongest, middle, named });
  assert.deepEqual(pictures.tile, [0, null]);
  assert.deepEqual(read("layer.js").about.labels, DATASET_REPORT.dataset!.labels);
});

Deno.test("the script of a layer's page has what excites kernels in one of its two orders", () => {
  const files = renderFiles(DATASET_REPORT, DATASET_LAYERS);
  const find = (path: string) =>
    files.find((file) => file.path === `net-1.0/conv1/${path}`)!.content;
  const { exciting, dataset: _dataset, ...measures } = JSON.parse(find("layer.json") as string);
  const { bytes } = runDataScript(find("layer.js") as Uint8Array);
  const { dataset: _numbers, ...loaded } = unpackValue(bytes) as LoadedLayerFile;
  assert.notEqual(exciting, undefined);
  assert.deepEqual(loaded, measures);
});
