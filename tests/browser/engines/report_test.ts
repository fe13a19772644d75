/// <reference lib="dom" />
import assert from "node:assert/strict";
import { listBlank } from "../../support/browser/blank.ts";
import { type EngineWalk, testInEngines, until } from "../../support/browser/engine_walk.ts";
import type { EnginePage } from "../../support/browser/engines/engine.ts";
import { readLayer } from "../../support/report/site.ts";
import { openSharedSite } from "../../support/browser/walk.ts";

const CONV1 = "miniature/conv1/index.html";
const PAGES = [
  "index.html",
  "miniature/index.html",
  CONV1,
  "miniature/conv2/index.html",
  "compare.html",
  "miniature/conv1/index.zh-CN.html",
];

/** What a layer's page shows, as the reader sees it. */
interface View {
  readonly title: string;
  readonly pair: number;
  readonly shown: readonly number[];
  /** What is chosen, by the names of the controls. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly hash: string;
}

// Reads what a layer's page shows, on the page; null while its panel is empty.
function readView(): View | null {
  const title = document.querySelector('[data-out="title"]')?.textContent ?? "";
  const on = document.querySelector("[data-grid] > li.is-on")?.id;
  if (title === "" || on === undefined) return null;
  const shown = [...document.querySelectorAll<HTMLElement>("[data-grid] > li:not([hidden])")];
  const controls = document.querySelectorAll<HTMLInputElement>(
    "main :is(input:checked, select, [name=q]):not([data-review] *, .explore *)",
  );
  return {
    title,
    pair: Number(on.slice("k=".length)),
    shown: shown.map(({ id }) => Number(id.slice("k=".length))),
    chosen: Object.fromEntries([...controls].map(({ name, value }) => [name, value])),
    hash: decodeURIComponent(location.hash),
  };
}

// Else the document stays where only the hash differs.
async function openAnew(page: EnginePage, url: string): Promise<void> {
  await page.open("about:blank");
  await page.open(url);
}

// Opens a page, and waits until its script has shown what it shows at first.
async function openWhole(page: EnginePage, url: string): Promise<void> {
  await page.open(url);
  await until(page, isWhole);
}

function isWhole(): boolean {
  const compared = document.querySelector('[data-out="compared"]')?.textContent;
  const title = document.querySelector('[data-out="title"]')?.textContent;
  const [, done, of] = /(\d+)\D+(\d+)$/.exec(compared ?? "1 1") ?? [];
  return "convatlas" in globalThis && title !== "" && done === of && done !== undefined;
}

testInEngines("every page is drawn, light and dark", openSharedSite, async ({ site, open }) => {
  const page = await open("index.html");
  const grounds: string[][] = [];
  for (const theme of ["light", "dark"]) {
    await openWhole(page, `${site.origin}index.html`);
    await page.press("t");
    await until(page, (theme) => document.documentElement.dataset.theme === theme, theme);
    const seen: string[] = [];
    for (const path of PAGES) {
      await openWhole(page, site.origin + path);
      assert.deepEqual(await page.evaluate(listBlank), [], path);
      seen.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    grounds.push(seen);
  }
  assert.deepEqual(grounds, [
    PAGES.map(() => "rgb(253, 253, 251)"),
    PAGES.map(() => "rgb(19, 21, 23)"),
  ]);
}, { served: true });

testInEngines("no page is wider than a phone", openSharedSite, async ({ site, open }) => {
  const page = await open("index.html", { width: 390, height: 844 });
  for (const path of PAGES) {
    await openWhole(page, site.origin + path);
    const over = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
  }
  await openAnew(page, `${site.origin}${CONV1}#k=9`);
  await until(page, readView);
  const top = () =>
    page.evaluate(() => document.querySelector(".panel")!.getBoundingClientRect().top);
  const folded = await top();
  await until(page, () => document.querySelector('[data-do="unfold"]')!.clientHeight > 0);
  await page.click('[data-do="unfold"]');
  await until(
    page,
    (folded) => document.querySelector(".panel")!.getBoundingClientRect().top < folded - 100,
    folded,
  );
});

testInEngines("an address opens what it says", openSharedSite, async ({ site, open }) => {
  const { kernels, classes } = await readLayer(site, "conv1");
  const norm = kernels!.norm as readonly number[];
  const all = norm.map((_, k) => k);
  const addresses: readonly (readonly [string, Partial<View>])[] = [
    ["k=7", { title: "Pair 7", pair: 7, shown: all }],
    ["k=7&image=beach&stage=after&map=viridis&scale=layer", {
      pair: 7,
      chosen: { photo: "beach", stage: "after", colours: "viridis", scale: "layer" },
    }],
    ["k=30&size=l&layout=pairs", { pair: 30, chosen: { size: "l", layout: "pairs" } }],
    ["k=3&sort=norm", {
      pair: 3,
      shown: all.toSorted((a, b) => norm[b]! - norm[a]! || a - b),
      chosen: { sort: "norm" },
    }],
    ["k=20&class=colour spot", {
      pair: 20,
      shown: all.filter((k) => classes!.what[k] === "colour spot"),
      chosen: { class: "colour spot" },
    }],
    ["k=5&q=norm>0.5", {
      shown: all.filter((k) => norm[k]! > 0.5),
      chosen: { q: "norm>0.5" },
    }],
  ];
  const page = await open("index.html");
  for (const [rest, expected] of addresses) {
    const hash = `#${new URLSearchParams(rest)}`;
    await openAnew(page, site.origin + CONV1 + hash);
    const view = await until(page, readView);
    const { chosen, ...others } = expected;
    assert.deepEqual({ ...view, ...others, chosen: { ...view.chosen, ...chosen } }, view, hash);
  }
  for (const anchor of ["rule", "numbers"]) {
    await openAnew(page, `${site.origin}${CONV1}#${anchor}`);
    await until(page, readView);
    await until(page, (id) => {
      const { top } = document.getElementById(id)!.getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    }, anchor);
  }
});

testInEngines(
  "pairs are sorted, searched and chosen by hand, keys and links",
  openSharedSite,
  async (walk) => {
    const page = await walk.open(CONV1);
    const { pair } = await until(page, readView);
    await page.choose('[name="sort"]', "norm");
    await page.type('[name="q"]', "k:4-6");
    await until(page, () => location.hash.includes("k%3A4-6"));
    const searched = await until(page, readView);
    assert.deepEqual(searched.shown.toSorted(), [4, 5, 6]);
    await page.press("Escape");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.press("0");
    await until(
      page,
      () => document.querySelectorAll("[data-grid] > li:not([hidden])").length === 32,
    );
    await page.click('[name="class"][value="colour spot"]');
    await page.click('[name="photo"][value="beach"]');
    await page.click('[name="stage"][value="after"]');
    await page.click('[id="k=21"] a');
    await until(page, () => document.querySelector("li.is-on")?.id === "k=21");
    const { hash } = await until(page, readView);
    assert.equal(hash, "#k=21&image=beach&stage=after&sort=norm&class=colour+spot");
    assert.notEqual(pair, 21);
    await stepThrough(page, walk);
  },
);

// Keys, dialogs, the next layer, and back.
async function stepThrough(page: EnginePage, { site }: EngineWalk): Promise<void> {
  await page.press("ArrowRight");
  await until(page, () => document.querySelector("li.is-on")?.id !== "k=21");
  const next = await until(page, readView);
  await page.press("?");
  await until(page, () => document.querySelector<HTMLDialogElement>("#help")!.open);
  await page.press("Escape");
  await until(page, () => !document.querySelector<HTMLDialogElement>("#help")!.open);
  await page.press("Enter");
  await until(page, () => document.querySelector<HTMLDialogElement>("#enlarged")!.open);
  await page.press("Escape");
  await until(page, () => !document.querySelector<HTMLDialogElement>("#enlarged")!.open);
  await page.press("]");
  await until(page, (url) => location.href.startsWith(url), `${site.origin}miniature/conv2/`);
  assert.equal((await until(page, readView)).chosen.photo, "beach");
  await page.back();
  await until(page, (url) => location.href.startsWith(url), site.origin + CONV1);
  assert.equal((await until(page, readView)).hash, next.hash);
}

testInEngines("two photos are compared", openSharedSite, async ({ open }) => {
  const page = await open(
    "compare.html#a=miniature%2Fconv1&ai=balloons&b=miniature%2Fconv1&bi=beach",
  );
  await until(page, isWhole);
  await page.choose('[name="sort"]', "maps");
  await page.click('[name="show"][value="difference"]');
  await page.click("[data-grid] > li:nth-child(2) a");
  const drawn = await until(page, () => {
    const canvas = document.querySelector<HTMLCanvasElement>(".pair-panel canvas")!;
    if (canvas.width === 0) return null;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(data).size;
  });
  assert.ok(drawn > 10, `the difference has ${drawn} levels`);
  await page.click('[data-do="swap"]');
  await until(page, () => /ai=beach.*bi=balloons/.test(location.hash));
});

testInEngines("names stand beside their controls", openSharedSite, async ({ site, open }) => {
  const page = await open("index.html");
  for (const path of [CONV1, "compare.html"]) {
    await openWhole(page, site.origin + path);
    const apart = await page.evaluate(() =>
      [...document.querySelectorAll("main .lab")].filter((name) => name.checkVisibility())
        .map((name) => {
          const [one, other] = [name, name.nextElementSibling!].map((part) => {
            const { top, bottom } = part.getBoundingClientRect();
            return (top + bottom) / 2;
          });
          return [name.textContent, Math.abs(one! - other!)] as const;
        })
    );
    assert.ok(apart.length > 3);
    for (const [name, pixels] of apart) assert.ok(pixels < 4, `${name} is ${pixels} pixels off`);
  }
});
