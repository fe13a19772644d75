/** The languages of a report's pages, the default first. */
export const LANGUAGES = ["en", "zh-CN"] as const;

/** A language of a report's pages, as an HTML `lang`. */
export type Language = typeof LANGUAGES[number];

/** The same in every language. */
export type Translated<Thing> = Readonly<Record<Language, Thing>>;

/** Names the file of a folder's page in a language. */
export function namePage(language: Language): string {
  return nameFile("index.html", language);
}

/** Names the page that compares, in a language; it lies in the report's folder. */
export function nameComparePage(language: Language): string {
  return nameFile("compare.html", language);
}

/** Names the script of the pages of layers, in a language; it lies in `assets/`. */
export function nameScript(language: Language): string {
  return nameFile("report.js", language);
}

/** Names the script of the first page and of those of models, in a language; it lies in `assets/`. */
export function nameOverviewScript(language: Language): string {
  return nameFile("overview.js", language);
}

/** Names the script of the page that compares, in a language; it lies in `assets/`. */
export function nameCompareScript(language: Language): string {
  return nameFile("compare.js", language);
}

/** Names the script of the rule and its plots, which pages load when they come near, in a language. */
export function nameRuleScript(language: Language): string {
  return nameFile("rule.js", language);
}

/** Names the script of a dataset, which the pages of layers load where there is one, in a language. */
export function nameDatasetScript(language: Language): string {
  return nameFile("dataset.js", language);
}

/** Names the script that shares a view, which pages load when a reader asks for it, in a language. */
export function nameShareScript(language: Language): string {
  return nameFile("share.js", language);
}

function nameFile(name: string, language: Language): string {
  return language === LANGUAGES[0] ? name : name.replace(".", `.${language}.`);
}
