import { BADGE_WORDS, type BadgeWords } from "./badge_words.ts";
import { COMPARE_WORDS, type CompareWords } from "./compare_words.ts";
import { COUNT_WORDS, type CountWords } from "./count_words.ts";
import { FINDING_WORDS, type FindingWords } from "./finding_words.ts";
import { FRAME_WORDS, type FrameWords } from "./frame_words.ts";
import { KIND_WORDS, type KindWords } from "./kind_words.ts";
import { type Language, LANGUAGES, type Translated } from "./language.ts";
import { LAYER_WORDS, type LayerWords } from "./layer_words.ts";
import type { MeasureSection } from "./measure_section.ts";
import { MEASURE_WORDS } from "./measure_words.ts";
import { OVERVIEW_WORDS, type OverviewWords } from "./overview_words.ts";
import { PREPROCESS_WORDS, type PreprocessSection } from "./preprocess_words.ts";
import { PANEL_WORDS, type PanelWords } from "./panel_words.ts";
import { TOOL_WORDS, type ToolWords } from "./tool_words.ts";
import { RULE_WORDS, type RuleWords } from "./rule_words.ts";
import { REVIEW_WORDS, type ReviewWords } from "./review_words.ts";
import { SUM_WORDS, type SumWords } from "./sum_words.ts";

/** Everything that pages say in one language, by the part of the page that says it. */
export interface Words {
  readonly language: Language;
  readonly badge: BadgeWords;
  readonly compare: CompareWords;
  readonly count: CountWords;
  readonly finding: FindingWords;
  readonly frame: FrameWords;
  readonly kind: KindWords;
  readonly layer: LayerWords;
  readonly measure: MeasureSection;
  readonly overview: OverviewWords;
  readonly preprocess: PreprocessSection;
  readonly tools: ToolWords;
  readonly panel: PanelWords;
  readonly rule: RuleWords;
  readonly review: ReviewWords;
  readonly sum: SumWords;
}

/** The words of every language. */
export const WORDS: Translated<Words> = Object.fromEntries(
  LANGUAGES.map((language) => [language, joinSections(language)]),
) as Translated<Words>;

function joinSections(language: Language): Words {
  return {
    language,
    badge: BADGE_WORDS[language],
    compare: COMPARE_WORDS[language],
    count: COUNT_WORDS[language],
    finding: FINDING_WORDS[language],
    frame: FRAME_WORDS[language],
    kind: KIND_WORDS[language],
    layer: LAYER_WORDS[language],
    measure: MEASURE_WORDS[language],
    overview: OVERVIEW_WORDS[language],
    panel: PANEL_WORDS[language],
    preprocess: PREPROCESS_WORDS[language],
    rule: RULE_WORDS[language],
    review: REVIEW_WORDS[language],
    sum: SUM_WORDS[language],
    tools: TOOL_WORDS[language],
  };
}
