import assert from "node:assert/strict";
import { type OdditiesView, viewOddities } from "../../../src/html/part/oddity_view.ts";
import { ODDITY_KINDS } from "../../../src/config/oddity_kind.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layoutPatches } from "../../support/report/made_dataset.ts";
import { report } from "../../support/report/report_fixture.ts";

const [model] = report.models;
const subject = { report, words: WORDS.en, root: "", rest: "folded" } as const;

const listCards = ({ cards, folded }: OdditiesView) => [...cards, ...folded?.cards ?? []];

Deno.test("viewOddities() shows a row of cards, and folds the rest", () => {
  const { cards, folded, all } = viewOddities(model!, subject)!;
  assert.deepEqual([cards.length, folded!.cards.length, all], [3, 9, null]);
  assert.equal(folded!.name, "9 more findings");
  const few = { ...model!, findings: model!.findings.slice(0, 3) };
  assert.equal(viewOddities(few, subject)!.folded, null);
});

Deno.test("viewOddities() shows twelve cards at most, two of a kind, in the order of surprise", () => {
  const view = viewOddities(model!, subject)!;
  assert.equal(listCards(view).length, 12);
  assert.deepEqual(view.cards.map(({ id }) => id), [
    "conv1/damage",
    "conv1/not-finite",
    "conv1/equal-maps",
  ]);
  assert.equal(view.lead, "12 of 21 findings, the most surprising first.");
  const never = model!.findings.filter(({ code }) => code === "never-on");
  const cards = listCards(viewOddities({ ...model!, findings: never }, subject)!);
  assert.equal(cards[0]!.also, null);
  assert.deepEqual(cards[1]!.also!.layers.map(({ parts }) => parts.join("")), [
    "computed",
    "größe",
  ]);
});

Deno.test("viewOddities() leads to the pair, among those that are so", () => {
  const cards = listCards(viewOddities(model!, subject)!);
  const find = (kind: string): string => cards.find(({ id }) => id.endsWith(kind))!.href;
  assert.equal(find("/never-on"), "net-1.0/conv1/index.html#k=0&image=chelsea&q=is%3Anever-on");
  assert.equal(find("/equal-maps"), "net-1.0/conv1/index.html#k=0&image=chelsea&q=k%3A0");
});

Deno.test("viewOddities() shows the pair, and that which it is like", () => {
  const cards = listCards(viewOddities(model!, subject)!);
  const tell = (kind: string): string[] =>
    cards.find(({ id }) => id.endsWith(kind))!.pictures.map(({ caption, tile }) => {
      return `${caption}: ${tile.href} ${tile.box}`;
    });
  assert.deepEqual(tell("/equal-maps"), [
    "kernel 0: net-1.0/conv1/kernels.png 2 2 11 11",
    "map 0: net-1.0/conv1/maps/chelsea.png 2 2 55 55",
    "kernel 0: net-1.0/conv1/kernels.png 2 2 11 11",
    "map 0: net-1.0/conv1/maps/chelsea.png 2 2 55 55",
  ]);
  assert.equal(tell("/never-on")[1], "map 0: net-1.0/conv1/activated/chelsea.png 2 2 55 55");
});

Deno.test("viewOddities() shows what is rare where it is on, and leads to it by the dataset", () => {
  const [layer] = model!.layers;
  const rare = model!.findings.filter(({ code }) => code === "rarely-on");
  const own = { ...model!, findings: rare };
  const [bare] = viewOddities(own, subject)!.cards;
  const sheets = layoutPatches(layer!.pairs, 4, 11);
  const layers = [{ ...layer!, patches: { strongest: sheets, middle: null } }];
  const [card] = viewOddities({ ...own, layers }, subject)!.cards;
  assert.equal(card!.pictures.length, bare!.pictures.length + 1);
  const { tile, caption } = card!.pictures.at(-1)!;
  assert.equal(caption, "strongest in the dataset");
  assert.deepEqual(
    [tile.href, tile.box],
    ["net-1.0/conv1/patches/strongest-0.webp", "0 0 11 11"],
  );
  assert.match(card!.href, /q=onPhotos%3E0\+onPhotos%3C0.001/);
});

Deno.test("viewOddities() leads to all of them where a page shows the first, and is null for none", () => {
  const view = viewOddities(model!, { ...subject, rest: "linked" })!;
  assert.deepEqual([view.cards.length, view.folded], [3, null]);
  assert.deepEqual(view.all, { href: "net-1.0/index.html#more-oddities", name: "All 12 findings" });
  assert.equal(viewOddities({ ...model!, findings: [] }, subject), null);
  assert.equal(new Set(model!.findings.map(({ code }) => code)).size, ODDITY_KINDS.length);
});
