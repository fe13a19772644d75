import type { ShareWords } from "../../words/en/share_words.ts";
import { formatDecibels, formatError } from "../../site/compare/error_text.ts";
import { formatCount } from "../../site/format.ts";
import { titlePair } from "../../site/pair_name.ts";
import { type Kind, listKinds } from "../sides/compare_kind.ts";
import type { Results } from "../sides/compare_results.ts";
import { nameComparedSide } from "../sides/compared_side.ts";
import { formatCosine } from "../sides/comparison_text.ts";
import { listComparedPictures, type SharedComparison } from "./compared_pictures.ts";
import type { SharedNumber, SharedView } from "./shared_view.ts";

const MOST = 36;

/** Views the chosen pair of the page that compares: A, B, and A − B. */
export async function shareComparedPair(
  page: SharedComparison,
  words: ShareWords,
): Promise<SharedView> {
  const { state: { k }, words: said, results: { sides } } = page;
  const numbers = await Promise.all(listKinds(page.state).map((kind) => listNumbers(page, kind)));
  return {
    ...describe(page, titlePair(sides[0].data.measures, k, said)),
    file: `${nameFile(sides)}-${k}`,
    pictures: await listComparedPictures(page, [k], words),
    numbers: numbers.flat(),
    table: null,
  };
}

/** Views the grid of the page that compares, from its first pair on. */
export async function shareComparedGrid(
  page: SharedComparison,
  words: ShareWords,
): Promise<SharedView> {
  const { order, words: said, results: { sides } } = page;
  const ks = order.slice(0, MOST);
  const described = describe(page, words.pairs(ks.length));
  return {
    ...described,
    facts: [
      ...described.facts,
      said.tools.shown(formatCount(ks.length), formatCount(order.length)),
    ],
    file: nameFile(sides),
    pictures: await listComparedPictures(page, ks, words),
    numbers: [],
    table: null,
  };
}

function describe(
  { results: { sides }, words: { compare, count } }: SharedComparison,
  pair: string,
): Pick<SharedView, "title" | "facts"> {
  const [a, b] = sides.map(nameComparedSide) as [string, string];
  return {
    title: a === b ? `${pair} · ${a}` : `${pair} · ${a} | ${b}`,
    facts: sides.map((side) => {
      return `${compare[side.name]}${count.colon}${nameComparedSide(side)}${
        side.image === "" ? "" : `, ${side.image}`
      }`;
    }),
  };
}

function nameFile(sides: Results["sides"]): string {
  return sides.map(({ data: { model, layer } }) => `${model.id}-${layer.id}`).join("-");
}

async function listNumbers(
  { results, state: { k }, words: { compare, count } }: SharedComparison,
  kind: Kind,
): Promise<readonly SharedNumber[]> {
  const { numbers, compare: compareTiles } = results[kind];
  if (typeof numbers === "string") return [{ name: compare[kind], value: numbers }];
  const [a, b] = await Promise.all([numbers.a.load(k), numbers.b.load(k)]);
  const { cosine, correlation, change, errors } = compareTiles(k, a, b);
  const name = (measure: string): string => `${compare[kind]}${count.colon}${measure}`;
  return [
    ...cosine === null
      ? []
      : [{ name: name(compare.cosine), value: formatCosine(cosine, errors.cosine) }],
    ...correlation === null
      ? []
      : [{ name: name(compare.correlation), value: formatCosine(correlation, errors.cosine) }],
    ...change === null ? [] : [
      { name: name(compare.change), value: formatError(change, errors.change) },
      { name: name(compare.ratio), value: formatDecibels(change, errors.change) },
    ],
  ];
}
