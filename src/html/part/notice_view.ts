import { countOtherBiases } from "../../analysis/kernel/bias_of_twin.ts";
import { readLayer } from "../../analysis/rule/layer_reading.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { namePage } from "../../plan/language.ts";
import type { SiteWords } from "../../words/words.ts";
import { REASONS } from "../../words/reasons.ts";
import { encodePath } from "../../site/address.ts";
import { formatCount } from "../../site/format.ts";

/** Something worth knowing before judging a model: a part of the view of `notices.hbs`. */
export interface NoticeView {
  readonly words: string;
  /** Whether it is worth knowing, but no warning. */
  readonly plain: boolean;
  /** The layers that it is about, and how many more there are in words. */
  readonly layers: readonly NoticeLayerView[];
  readonly more: string | null;
}

/** A layer with the pairs that a notice is about. */
export interface NoticeLayerView {
  readonly href: string;
  readonly name: string;
  readonly count: string;
}

const NAMED = 6;

/** Where a page stands, and what is known of its model. */
interface NoticeSubject {
  readonly measures: readonly LayerReport[];
  /** The way from the page to the model's folder, empty or ending in `/`. */
  readonly base: string;
  readonly words: SiteWords;
}

/** Views what is odd about the kernels and maps of a model, each with the layers it is found in. */
export function viewNotices(model: ReportModel, subject: NoticeSubject): readonly NoticeView[] {
  return [
    ...viewOddities(model, subject),
    ...viewFindings(model, subject),
    ...viewLeftOut(model, subject),
  ];
}

function viewLeftOut({ leftOut }: ReportModel, { words }: NoticeSubject): readonly NoticeView[] {
  if (leftOut === null) return [];
  const reason = { code: "dense-left-out", ...leftOut } as const;
  return [{ words: REASONS[words.language](reason), plain: true, layers: [], more: null }];
}

// The layers whose rule comes to something clear.
function viewFindings(
  { layers }: ReportModel,
  { base, words }: NoticeSubject,
): readonly NoticeView[] {
  const clear = layers.flatMap((layer) => {
    const answers = layer.rule === null ? [] : readLayer(layer.rule).answers;
    const photo = answers.find(({ question }) => question === "keepsPicture");
    return photo === undefined ? [] : [{ layer, lead: photo.reading.lead }];
  });
  if (clear.length === 0) return [];
  const { notices } = words.overview;
  return [{
    words: notices.findings(clear.length, layers.length),
    plain: true,
    layers: clear.slice(0, NAMED).map(({ layer: { id, name }, lead }) => ({
      href: `${base}${encodePath(id)}/${namePage(words.language)}#rule`,
      name,
      count: words.finding.brief(lead),
    })),
    more: clear.length > NAMED ? notices.more(clear.length - NAMED) : null,
  }];
}

function viewOddities(model: ReportModel, subject: NoticeSubject): readonly NoticeView[] {
  const own = subject.measures.filter((each) => each.model === model.id);
  const layers = new Map(model.layers.map((layer) => [layer.id, layer]));
  return KINDS.flatMap(({ flag, plain = false, count, tell }) => {
    const found = own.flatMap((measures): Found[] => {
      const layer = layers.get(measures.layer);
      const counted = count(measures);
      return counted === 0 || !layer ? [] : [{ layer, count: counted }];
    });
    if (found.length === 0) return [];
    const { notices } = subject.words.overview;
    const all = found.reduce((sum, { count }) => sum + count, 0);
    return [{
      words: tell(notices, all, own),
      plain,
      layers: found.slice(0, NAMED).map(({ layer, count }) => ({
        href: linkPairs(layer, flag, subject),
        name: layer.name,
        count: plain ? notices.share(count, layer.pairs) : formatCount(count),
      })),
      more: found.length > NAMED ? notices.more(found.length - NAMED) : null,
    }];
  });
}

/** A layer, and how many of its pairs a notice is about. */
interface Found {
  readonly layer: ReportLayer;
  readonly count: number;
}

function linkPairs({ id }: ReportLayer, flag: string, { base, words }: NoticeSubject): string {
  return `${base}${encodePath(id)}/${namePage(words.language)}#q=is:${flag}`;
}

/** What may be found in layers. */
interface NoticeKind {
  /** How the page of a layer finds the pairs. */
  readonly flag: string;
  readonly plain?: boolean;
  readonly count: (layer: LayerReport) => number;
  readonly tell: (
    notices: SiteWords["overview"]["notices"],
    all: number,
    layers: readonly LayerReport[],
  ) => string;
}

const KINDS: readonly NoticeKind[] = [
  { flag: "nonfinite", count: countNotFinite, tell: (notices, all) => notices.notFinite(all) },
  {
    flag: "zero",
    count: ({ kernels }) => kernels?.kind.filter((kind) => kind === "dead").length ?? 0,
    tell: (notices, all) => notices.deadKernels(all),
  },
  {
    flag: "never-on",
    count: ({ condition }) => condition?.dead.length ?? 0,
    tell: (notices, all) => notices.deadMaps(all),
  },
  {
    flag: "constant",
    count: ({ condition }) => condition?.constant.length ?? 0,
    tell: (notices, all) => notices.constantMaps(all),
  },
  {
    flag: "duplicate",
    count: ({ kernels }) => kernels?.duplicateOf.filter((other) => other !== null).length ?? 0,
    tell: (notices, all, layers) => notices.duplicates(all, sumOtherBiases(layers)),
  },
  {
    flag: "alike",
    plain: true,
    count: ({ alike }) => alike?.blur ? alike.kernels.length : 0,
    tell: ({ blurs }) => blurs,
  },
  {
    flag: "alike",
    plain: true,
    count: ({ alike: each }) => each && !each.blur ? each.kernels.length : 0,
    tell: ({ alike }) => alike,
  },
];

function sumOtherBiases(layers: readonly LayerReport[]): number {
  return layers.reduce((sum, { kernels }) => sum + (kernels ? countOtherBiases(kernels) : 0), 0);
}

function countNotFinite({ kernels, condition }: LayerReport): number {
  const broken = new Set(condition?.nonFinite);
  kernels?.nonFinite.forEach((count, k) => count && broken.add(k));
  return broken.size;
}
