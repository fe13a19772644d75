import type { AnswerWords } from "./en_page/answer_words.ts";
import type { AtlasWords } from "./en/atlas_words.ts";
import type { BadgeWords } from "./en/badge_words.ts";
import type { ClassMeaningWords } from "./en_page/class_meaning_words.ts";
import type { CompareWords } from "./en/compare_words.ts";
import type { CountWords } from "./en/count_words.ts";
import type { ExperimentWords } from "./en/experiment_words.ts";
import type { FamilyWords } from "./en_page/family_words.ts";
import type { DatasetWords } from "./en/dataset_words.ts";
import type { DepthWords } from "./en_page/depth_words.ts";
import type { FindingWords } from "./en_page/finding_words.ts";
import type { FrameWords } from "./en_page/frame_words.ts";
import type { ClassWords } from "./en/class_words.ts";
import type { HelpWords } from "./en_page/help_words.ts";
import type { LayerWords } from "./en/layer_words.ts";
import type { MatrixWords } from "./en_page/matrix_words.ts";
import type { MeasureMeanings, MeasureSection } from "./measure_section.ts";
import type { OddityWords } from "./en_page/oddity_words.ts";
import type { OverviewWords } from "./en_page/overview_words.ts";
import type { PanelWords } from "./en/panel_words.ts";
import type { PictureSection } from "./en/picture_words.ts";
import type { PreprocessSection } from "./en_page/preprocess_words.ts";
import type { QueryWords } from "./en/query_words.ts";
import type { RankingWords } from "./en_page/ranking_words.ts";
import type { ReviewWords } from "./en/review_words.ts";
import type { ExerciseWords } from "./en/exercise_words.ts";
import type { RuleWords } from "./en/rule_words.ts";
import type { SingleFileWords } from "./en_page/single_file_words.ts";
import type { ShareWords } from "./en/share_words.ts";
import type { SumWords } from "./en/sum_words.ts";
import type { TermWords } from "./en_page/term_words.ts";
import type { ToolWords } from "./en/tool_words.ts";
import type { TuningWords } from "./en/tuning_words.ts";
import type { Language } from "../plan/language.ts";

/** What the script of the pages says in one language, and pages too, by the part of the page that says it. */
export interface Words {
  readonly language: Language;
  readonly badge: BadgeWords;
  readonly count: CountWords;
  readonly experiment: ExperimentWords;
  readonly kind: ClassWords;
  readonly measure: MeasureSection;
  readonly panel: PanelWords;
  readonly picture: PictureSection;
  readonly query: QueryWords;
  readonly review: ReviewWords;
  readonly sum: SumWords;
  readonly tools: ToolWords;
  readonly tuning: TuningWords;
}

/** What the script of the page that compares says in one language. */
export interface ComparePageWords extends Words {
  readonly compare: CompareWords;
  readonly layer: LayerWords;
}

/** What the script of the first page and of those of models says in one language. */
export interface OverviewPageWords extends Words {
  readonly atlas: AtlasWords;
}

/** What the script of a report in one file says in one language, beside that of the rule. */
export interface AllPageWords extends ComparePageWords, OverviewPageWords {}

/** What the script of the rule and its plots says in one language, beside the words of the page. */
export interface RulePartWords {
  readonly language: Language;
  readonly exercise: ExerciseWords;
  readonly rule: RuleWords;
}

/** What the script of a dataset says in one language, beside the words of the page. */
export interface DatasetPartWords {
  readonly language: Language;
  readonly dataset: DatasetWords;
}

/** What the script that shares a view says in one language, beside the words of the page. */
export interface SharePartWords {
  readonly language: Language;
  readonly share: ShareWords;
}

/** Everything that pages say in one language: the script holds nothing of what they alone say. */
export interface SiteWords
  extends ComparePageWords, OverviewPageWords, DatasetPartWords, RulePartWords, SharePartWords {
  readonly answer: AnswerWords;
  readonly classMeaning: ClassMeaningWords;
  readonly depth: DepthWords;
  readonly family: FamilyWords;
  readonly finding: FindingWords;
  readonly frame: FrameWords;
  readonly help: HelpWords;
  readonly matrix: MatrixWords;
  readonly measureMeaning: MeasureMeanings;
  readonly oddity: OddityWords;
  readonly overview: OverviewWords;
  readonly preprocess: PreprocessSection;
  readonly ranking: RankingWords;
  readonly singleFile: SingleFileWords;
  readonly term: TermWords;
}
