import { readLayer } from "../../analysis/rule/layer_reading.ts";
import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { namePage } from "../../plan/language.ts";
import type { SiteWords } from "../../words/words.ts";
import { REASONS } from "../../words/reasons.ts";
import { encodePath } from "../../site/address.ts";
import { breakName } from "../../site/name/broken_name.ts";
import { shortenLayers } from "../../site/name/short_names.ts";

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
  /** What tells its name from those of others, in parts between which a line may end. */
  readonly parts: readonly string[];
  readonly count: string;
}

const NAMED = 6;

/** Where a page stands, and what is known of its model. */
interface NoticeSubject {
  /** The way from the page to the model's folder, empty or ending in `/`. */
  readonly base: string;
  readonly report: Pick<Report, "dataset">;
  readonly words: SiteWords;
}

/**
 * Views what the rule finds in the layers of a model, where it is shown what excites their kernels in a
 * dataset, and which layers are not drawn.
 */
export function viewNotices(model: ReportModel, subject: NoticeSubject): readonly NoticeView[] {
  return [
    ...viewFindings(model, subject),
    ...viewWalls(model, subject),
    ...viewLeftOut(model, subject),
    ...viewReduced(model, subject),
  ];
}

function viewLeftOut({ leftOut }: ReportModel, { words }: NoticeSubject): readonly NoticeView[] {
  if (leftOut === null) return [];
  const reason = { code: "dense-left-out", ...leftOut } as const;
  return [{ words: REASONS[words.language](reason), layers: [], more: null }];
}

function viewReduced(
  { reduced, layers }: ReportModel,
  { words }: NoticeSubject,
): readonly NoticeView[] {
  if (reduced === null) return [];
  const { notices } = words.overview;
  return [{
    words: notices.reduced({ ...reduced, layers: layers.length }),
    layers: [],
    more: null,
  }];
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
  const names = shortenLayers(layers);
  return [{
    words: notices.findings(clear.length, layers.length),
    layers: clear.slice(0, NAMED).map(({ layer: { id, name }, lead }) => ({
      href: `${base}${encodePath(id)}/${namePage(words.language)}#rule`,
      name,
      parts: breakName(names.get(id)!),
      count: words.finding.brief(lead),
    })),
    more: clear.length > NAMED ? notices.more(clear.length - NAMED) : null,
  }];
}

// The last layers first: there a name can be given to what excites a kernel.
function viewWalls(
  { layers }: ReportModel,
  { base, words, report }: NoticeSubject,
): readonly NoticeView[] {
  const walls = layers.filter(({ patches }) => patches !== null).toReversed();
  if (walls.length === 0 || report.dataset === null) return [];
  const { notices } = words.overview;
  const names = shortenLayers(layers);
  return [{
    words: notices.walls(report.dataset.photos),
    layers: walls.slice(0, NAMED).map(({ id, name, pairs }) => ({
      href: `${base}${encodePath(id)}/${namePage(words.language)}#wall`,
      name,
      parts: breakName(names.get(id)!),
      count: words.count.kernels(pairs),
    })),
    more: walls.length > NAMED ? notices.more(walls.length - NAMED) : null,
  }];
}
