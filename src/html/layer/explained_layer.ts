import type { KernelClasses } from "../../analysis/class/kernel_classes.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { listTableColumns } from "../../site/measure_table.ts";
import type { SiteWords } from "../../words/words.ts";
import { explainBadges } from "../help/explained_badges.ts";
import { explainMeasures } from "../help/explained_measures.ts";
import {
  type ExplainedGroupView,
  type ExplainedView,
  explainTogether,
  explainWord,
} from "../help/explained_view.ts";
import { countClasses, countFacets } from "../part/class_view.ts";

/** Explains the words of a layer's page: its measures, classes, orders and badges. */
export function explainLayer(subject: LayerSubject): readonly (ExplainedGroupView | null)[] {
  const { layer, measures, words } = subject;
  const { term } = words;
  const classes = measures?.classes ?? null;
  const columns = listTableColumns(subject);
  const ofClass = { id: "class", ...words.measure.columns.class };
  return [
    explainTogether({
      id: "measures",
      name: term.groups.measures,
      words: explainMeasures(classes ? [ofClass, ...columns] : columns, words),
    }),
    ...classes ? explainClasses(classes, words) : [],
    explainTogether({ id: "orders", name: term.groups.orders, words: listOrders(subject) }),
    layer.rule && explainTogether({
      id: "rule-numbers",
      name: term.groups.rule,
      words: Object.entries(term.rule).map(([id, said]) => explainWord({ id, ...said })),
    }),
    explainBadges([layer], words),
  ];
}

function explainClasses(classes: KernelClasses, words: SiteWords): ExplainedGroupView[] {
  const { term, classMeaning } = words;
  const whats = countClasses(words, classes).map(({ id, name, meaning, tone, count }) => {
    return { id, name, meaning, unit: null, tone, count };
  });
  const facets = countFacets(words, classes).map(({ id, name, classes }) => ({
    ...{ id, name, says: null },
    words: classes.map(({ id, name, meaning, count }) => {
      return { ...explainWord({ id, name, meaning }), count };
    }),
  }));
  return [
    { id: "classes", name: term.groups.classes, says: classMeaning.by, words: whats },
    ...facets,
  ];
}

function listOrders(
  { layer, words: { term, tools, family } }: LayerSubject,
): readonly ExplainedView[] {
  if (layer.pairs === 0) return [];
  return [
    explainWord({ id: "index", name: tools.index, meaning: term.orders.index }),
    explainWord({ id: "family", name: family.sort, meaning: term.orders.family }),
    explainWord({ id: "flags", name: tools.flags, meaning: term.orders.flags }),
  ];
}
