import { type Language, LANGUAGES, namePage } from "../../plan/language.ts";
import type { Report } from "../../report/report.ts";
import type { SiteWords } from "../../words/words.ts";
import { type HeadSubject, type HeadView, viewHead } from "./head_view.ts";
import type { HelpView } from "../help/help_view.ts";
import type { HeaderView } from "./header_view.ts";

/** What every page needs: the view of `page.hbs`. */
export interface PageView {
  /** All that a page may say: templates take their fixed words from here. */
  readonly words: SiteWords;
  /** The same page in every language. */
  readonly languages: readonly LanguageView[];
  /** The title of the document. */
  readonly title: string;
  readonly head: HeadView;
  /** The way up to the report's folder, such as `../`; empty on the first page. */
  readonly root: string;
  /** The ids of the models, with blanks between them. */
  readonly modelIds: string;
  /** The page's own stylesheets. */
  readonly stylesheets: readonly string[];
  /** The id of the model whose page it is; null for other pages. */
  readonly model: string | null;
  /** The name of the data that the script of the page needs; null where it needs none. */
  readonly data: string | null;
  /** The name of the script that the page is worked with, in `assets/`. */
  readonly script: string;
  readonly header: HeaderView;
  /** How the page is read. */
  readonly help: HelpView;
  /** What wrote the report, in words. */
  readonly foot: string;
}

/** A language and the page in it. */
export interface LanguageView {
  readonly language: Language;
  /** Its own name for itself. */
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
}

/** What a page has that others have not. */
export interface PageSubject
  extends HeadSubject, Pick<PageView, "header" | "help" | "script">, Partial<OwnFiles> {}

type OwnFiles = Pick<PageView, "model" | "stylesheets" | "data">;

/** Views what every page needs. */
export function viewPage(subject: PageSubject): PageView {
  const { report, words, title, folder, name } = subject;
  const { header, help, script, model = null, stylesheets = [], data = null } = subject;
  return {
    words,
    languages: viewLanguages(words, name),
    title,
    head: viewHead(subject),
    root: "../".repeat(folder.split("/").length - 1),
    modelIds: joinIds(report),
    ...{ model, stylesheets, data, header, help, script },
    foot: words.frame.foot(report.generator),
  };
}

function joinIds({ models }: Pick<Report, "models">): string {
  return models.map(({ id }) => id).join(" ");
}

const NAMES: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "中文" };

function viewLanguages(
  { language: current }: SiteWords,
  name: (language: Language) => string = namePage,
): readonly LanguageView[] {
  return LANGUAGES.map((language) => ({
    language,
    name: NAMES[language],
    href: name(language),
    current: language === current,
  }));
}
