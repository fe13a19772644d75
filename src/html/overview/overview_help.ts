import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { encodePath } from "../../site/address.ts";
import { indexMeasures } from "../../site/layer_subject.ts";
import type { SiteWords } from "../../words/words.ts";
import { explainBadges } from "../help/explained_badges.ts";
import { explainMeasures } from "../help/explained_measures.ts";
import { type ExplainedGroupView, explainTogether, explainWord } from "../help/explained_view.ts";
import { HELP_SIDE, type HelpView, viewHelp } from "../help/help_view.ts";
import { showsPairs } from "../part/shown_layer.ts";
import { type CutPair, cutPair } from "../part/pair_tiles.ts";
import type { SiteSubject } from "../part/site_subject.ts";
import { findTellingPair } from "../part/telling_pair.ts";
import type { TrioView } from "./trio_view.ts";

/** Views the help of the first page, with the pictures that head it. */
export function viewIndexHelp({ report, words }: SiteSubject, trio: TrioView | null): HelpView {
  const { index: says } = words.help.reading;
  const tiles = trio?.figures.map(({ tile }) => tile) ?? [];
  const [map = null, kernel = null, photo = null] = tiles.toReversed();
  const layers = report.models.flatMap((model) => model.layers);
  return viewHelp({
    keys: "index",
    shares: trio !== null,
    sentences: [
      [says.photo, photo],
      [says.kernel, kernel],
      [says.map, map],
      [says.layers],
      [says.lacks],
    ],
    explained: explainLayers(layers, words),
  }, words);
}

/** Views the help of a model's page, on a pair of its first layer that has one. */
export function viewModelHelp(
  subject: SiteSubject,
  model: ReportModel,
  shares: boolean,
): HelpView {
  const { words } = subject;
  const { model: says } = words.help.reading;
  const { kernel, map } = findPair(subject, model);
  return viewHelp({
    keys: "model",
    shares,
    sentences: [[says.order], [says.kernel, kernel], [says.map, map], [says.deeper], [says.open]],
    explained: [explainRows(words), ...explainLayers(model.layers, words)],
  }, words);
}

function explainRows({ atlas, term }: SiteWords): ExplainedGroupView | null {
  const names = Object.keys(atlas.rows) as (keyof typeof atlas.rows)[];
  const words = names.map((row) => {
    const [id, name, meaning] = [`row-${row}`, atlas.rows[row].name, term.rows[row]];
    return explainWord({ id, name, meaning });
  });
  return explainTogether({ id: "rows", name: term.groups.rows, words });
}

function findPair({ layers, words }: SiteSubject, model: ReportModel): CutPair {
  const layer = model.layers.find(showsPairs);
  if (!layer) return { kernel: null, map: null };
  const k = findTellingPair(indexMeasures(layers, model).get(layer.id) ?? null);
  return cutPair(layer, k, { folder: `${encodePath(layer.id)}/`, side: HELP_SIDE, words });
}

function explainLayers(
  layers: readonly ReportLayer[],
  words: SiteWords,
): readonly (ExplainedGroupView | null)[] {
  const { keepsPicture } = words.measure.maps;
  const measures = explainMeasures([{ id: "keepsPicture", ...keepsPicture }], words);
  return [
    explainTogether({ id: "measures", name: words.term.groups.measures, words: measures }),
    explainBadges(layers, words),
  ];
}
