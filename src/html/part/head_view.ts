import { type Language, LANGUAGES, namePage } from "../../plan/language.ts";
import { PREVIEW_SIZE } from "../../raster/preview.ts";
import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { encodePath } from "../../site/address.ts";
import type { SiteWords } from "../../words/words.ts";
import { findLayer, type ShownLayer } from "./shown_layer.ts";

/** What a page says of itself to those who do not show it: search engines, and chats of a link. */
export interface HeadView {
  readonly description: string;
  /** The same page in every language. */
  readonly alternates: readonly AlternateView[];
  /** What is known where the report is published: the view of `address.hbs`; else null. */
  readonly published: PublishedView | null;
}

/** The page in a language. */
export interface AlternateView {
  readonly language: Language;
  /** Where it is published; from this page where that is not known. */
  readonly href: string;
  /** The same from this page. */
  readonly page: string;
}

/** What a published page tells of itself. */
export interface PublishedView {
  readonly canonical: string;
  readonly title: string;
  readonly description: string;
  /** The title of the report. */
  readonly siteName: string;
  readonly locale: string;
  /** The picture that stands for the page; null where there is none. */
  readonly preview: PreviewView | null;
}

/** A picture that stands for a page. */
export interface PreviewView {
  readonly href: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What the head of a page is made of. */
export interface HeadSubject {
  readonly report: Report;
  readonly words: SiteWords;
  readonly title: string;
  readonly description: string;
  /** The folder of the page, relative to the report's, with a slash at its end; empty for that itself. */
  readonly folder: string;
  /** The layer that the page is of, or whose picture stands for it; null where there is none. */
  readonly shown: ShownLayer | null;
  /** How the page is called in a language. */
  readonly name?: (language: Language) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: "en_US", "zh-CN": "zh_CN" };

/** Views the head of a page. */
export function viewHead(subject: HeadSubject): HeadView {
  const { report: { site }, description, folder, name = namePage } = subject;
  const base = site === null ? "" : site + encodePath(folder);
  const canonical = base + name(subject.words.language);
  return {
    description,
    alternates: LANGUAGES.map((language) => {
      const page = name(language);
      return { language, page, href: base + page };
    }),
    published: site === null ? null : viewPublished(subject, { site, canonical }),
  };
}

function viewPublished(
  { report, words, title, description, shown }: HeadSubject,
  { site, canonical }: { readonly site: string; readonly canonical: string },
): PublishedView {
  return {
    ...{ canonical, title, description },
    siteName: report.title,
    locale: LOCALES[words.language],
    preview: shown === null ? null : viewPreview(site, shown, words),
  };
}

function viewPreview(
  site: string,
  { model, layer }: ShownLayer,
  words: SiteWords,
): PreviewView | null {
  const { id, preview, name, pairs } = layer;
  if (preview === null) return null;
  const alt = words.layer.title.of(words.layer.title.pairs(name, pairs), model.name);
  return { href: site + encodePath(model.id, id, preview), ...PREVIEW_SIZE, alt };
}

/** Finds the first layer that a picture stands for; null where there is none. */
export function findShownLayer(models: readonly ReportModel[]): ShownLayer | null {
  return findLayer(models, ({ preview }) => preview !== null);
}
