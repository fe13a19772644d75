import { chooseCards, type OddityCard } from "../../oddity/oddity_cards.ts";
import { namePage } from "../../plan/language.ts";
import type { Oddity } from "../../report/oddity.ts";
import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { encodePath } from "../../site/address.ts";
import { linkEvidence } from "../../site/oddity/oddity_link.ts";
import { countOddity, tellOddity } from "../../site/oddity/oddity_text.ts";
import { cutPatch } from "../../site/dataset/patch_tiles.ts";
import { cutTile, type CutTileView } from "../../site/tile/cut_tile.ts";
import type { SiteWords } from "../../words/words.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { listOddTiles } from "./oddity_pictures.ts";

/** What is odd about a model: the view of `oddities.hbs`. */
export interface OdditiesView {
  /** The hash of the model's file, by which it is kept what was seen. */
  readonly model: string;
  readonly cards: readonly OddityCardView[];
  /** The rest, and what it is called while it is folded; null where it stands elsewhere, or there is none. */
  readonly folded: { readonly name: string; readonly cards: readonly OddityCardView[] } | null;
  /** How many findings there are, and how many are shown. */
  readonly lead: string;
  /** Where all cards stand; null where these are all. */
  readonly all: { readonly href: string; readonly name: string } | null;
}

/** One oddity, with the pair that shows it most. */
export interface OddityCardView {
  readonly id: string;
  readonly href: string;
  /** What it is, in two words. */
  readonly name: string;
  /** The sentence in parts, between which a line may end. */
  readonly parts: readonly string[];
  /** What the link to the pair is called by those who listen. */
  readonly evidence: string;
  readonly pictures: readonly { readonly tile: CutTileView; readonly caption: string }[];
  /** Other layers of which the same is so; null where there are none. */
  readonly also: AlsoView | null;
}

/** The first of other layers of which the same is so, and how many more there are in words. */
export interface AlsoView {
  readonly layers: readonly OddLayerView[];
  readonly more: string | null;
}

/** A layer of which the same is so. */
export interface OddLayerView {
  readonly href: string;
  readonly name: string;
  /** What tells its name from those of others, in parts between which a line may end. */
  readonly parts: readonly string[];
  /** How many pairs are so, or where it is told of one alone how much. */
  readonly count: string;
}

/** What a page that shows oddities is about. */
export interface OddSubject {
  readonly report: Report;
  readonly words: SiteWords;
  /** The way from the page to the report's folder, empty or ending in `/`. */
  readonly root: string;
  /** Where those stand that are not among the first: here, folded, or on the page of the model. */
  readonly rest: "folded" | "linked";
}

// In CSS pixels.
const SIDE = 72;
// A row on a wide screen.
const FIRST = 3;
// How many layers a card names beside its own.
const NAMED = 6;

/** Views what is odd about a model, the most surprising first; null where nothing is. */
export function viewOddities(model: ReportModel, subject: OddSubject): OdditiesView | null {
  const { words: { oddity, language }, root, rest: place } = subject;
  const chosen = chooseCards(model.findings);
  if (chosen.length === 0) return null;
  const own = { ...subject, shortNames: shortenLayers(model.layers) };
  const view = (card: OddityCard): OddityCardView => viewCard(card, model, own);
  const rest = chosen.slice(FIRST);
  return {
    model: model.sha256,
    cards: chosen.slice(0, FIRST).map(view),
    folded: rest.length === 0 || place !== "folded"
      ? null
      : { name: oddity.rest(rest.length), cards: rest.map(view) },
    lead: oddity.lead(chosen.length, model.findings.length),
    all: rest.length === 0 || place !== "linked" ? null : {
      href: `${root}${encodePath(model.id)}/${namePage(language)}#more-oddities`,
      name: oddity.all(chosen.length),
    },
  };
}

/** What the cards of a model share. */
interface CardSubject extends OddSubject {
  /** What tells the names of its layers from each other, by their ids. */
  readonly shortNames: ReadonlyMap<string, string>;
}

function viewCard(
  { oddity, also }: OddityCard,
  model: ReportModel,
  subject: CardSubject,
): OddityCardView {
  const { report, words } = subject;
  const { names, evidence, more } = words.oddity;
  const sentence = tellOddity(oddity, { report, model: model.id, words });
  return {
    id: oddity.id,
    href: linkEvidence(oddity, { ...subject, model: model.id }),
    name: names[oddity.code],
    parts: breakName(sentence),
    evidence: `${evidence}${words.count.colon}${sentence}`,
    pictures: viewPictures(oddity, model, subject),
    also: also.length === 0 ? null : {
      layers: also.slice(0, NAMED).map((each) => viewLayer(each, model, subject)),
      more: also.length > NAMED ? more(also.length - NAMED) : null,
    },
  };
}

function viewPictures(
  oddity: Oddity,
  model: ReportModel,
  subject: CardSubject,
): OddityCardView["pictures"] {
  const { report, words, root } = subject;
  const tiles = listOddTiles(oddity, model, report).map(({ picture, href, k, of }) => {
    const caption = of(words);
    return { tile: cutTile(picture, k, { href: root + href, alt: caption, side: SIDE }), caption };
  });
  return [...tiles, ...viewPatch(oddity, model, subject)];
}

// What is on in hardly a photo is shown where it is: in the dataset.
function viewPatch(
  { code, kernel, layer }: Oddity,
  model: ReportModel,
  { words, root }: CardSubject,
): OddityCardView["pictures"] {
  const patches = model.layers.find(({ id }) => id === layer)?.patches ?? null;
  if (code !== "rarely-on" || patches === null) return [];
  const caption = words.oddity.pictures.patch;
  const link = (file: string): string => `${root}${encodePath(model.id, layer)}/${file}`;
  const tile = cutPatch(patches.strongest, kernel, 0, { alt: caption, side: SIDE, link });
  return tile === null ? [] : [{ tile, caption }];
}

function viewLayer(oddity: Oddity, model: ReportModel, subject: CardSubject): OddLayerView {
  return {
    href: linkEvidence(oddity, { ...subject, model: model.id }),
    name: model.layers.find(({ id }) => id === oddity.layer)?.name ?? oddity.layer,
    parts: breakName(subject.shortNames.get(oddity.layer) ?? oddity.layer),
    count: countOddity(oddity),
  };
}
