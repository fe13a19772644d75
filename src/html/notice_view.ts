import type { LayerReport } from "../report/layer_report.ts";
import type { ReportModel } from "../report/report.ts";
import { namePage } from "../words/language.ts";
import type { Words } from "../words/words.ts";
import { encodePath } from "./address.ts";

/** Something worth knowing before judging a model: a part of the view of `notices.hbs`. */
export interface NoticeView {
  readonly words: string;
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

/** Views what is odd about the kernels and maps of a model, each with the layers it is found in. */
export function viewNotices(
  model: ReportModel,
  { measures, base, words }: {
    readonly measures: readonly LayerReport[];
    /** The way from the page to the model's folder, empty or ending in `/`. */
    readonly base: string;
    readonly words: Words;
  },
): readonly NoticeView[] {
  const own = measures.filter((each) => each.model === model.id);
  const { notices } = words.overview;
  return KINDS.flatMap(({ flag, count }) => {
    const layers = own.flatMap((each) => {
      const found = count(each);
      const layer = model.layers.find(({ id }) => id === each.layer);
      return found === 0 || !layer ? [] : [{ layer, found }];
    });
    if (layers.length === 0) return [];
    const all = layers.reduce((sum, { found }) => sum + found, 0);
    return [{
      words: notices[flag](all),
      layers: layers.slice(0, NAMED).map(({ layer, found }) => ({
        href: `${base}${encodePath(layer.id)}/${namePage(words.language)}#q=is:${QUERIES[flag]}`,
        name: layer.name,
        count: String(found),
      })),
      more: layers.length > NAMED ? notices.more(layers.length - NAMED) : null,
    }];
  });
}

type Flag = "deadKernels" | "deadMaps" | "constantMaps" | "notFinite" | "duplicates";

// How the page of a layer finds them.
const QUERIES: Readonly<Record<Flag, string>> = {
  deadKernels: "dead",
  deadMaps: "dead",
  constantMaps: "constant",
  notFinite: "nonfinite",
  duplicates: "duplicate",
};

const KINDS: readonly { readonly flag: Flag; readonly count: (layer: LayerReport) => number }[] = [
  { flag: "notFinite", count: countNotFinite },
  {
    flag: "deadKernels",
    count: ({ kernels }) => kernels?.kind.filter((kind) => kind === "dead").length ?? 0,
  },
  { flag: "deadMaps", count: ({ condition }) => condition?.dead.length ?? 0 },
  { flag: "constantMaps", count: ({ condition }) => condition?.constant.length ?? 0 },
  {
    flag: "duplicates",
    count: ({ kernels }) => kernels?.duplicateOf.filter((other) => other !== null).length ?? 0,
  },
];

function countNotFinite({ kernels, condition }: LayerReport): number {
  const broken = new Set(condition?.nonFinite);
  kernels?.nonFinite.forEach((count, k) => count && broken.add(k));
  return broken.size;
}
