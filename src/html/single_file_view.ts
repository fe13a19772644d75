import { createHash } from "node:crypto";
import { visibleOrderInJson } from "../config/problem/visible.ts";
import { GENERATOR } from "../version.ts";
import { type Language, LANGUAGES } from "../plan/language.ts";
import { deflateText, readDataScript } from "../report/data_script.ts";
import { WORDS } from "../words/translations.ts";
import type { Report } from "../report/report.ts";
import { DATASET_SCRIPT, DATASET_SCRIPTS, PAGE_SCRIPTS, singleFileScript } from "./assets.ts";
import { type ReportContents, type StillView, viewStill } from "./still_view.ts";

/** A report in one file: the view of `single_file.hbs`. */
export interface SingleFileView {
  readonly title: string;
  readonly generator: string;
  /** The content security policy: it lets the one script run, and nothing be requested. */
  readonly policy: string;
  /** The scripts, that of the pages last: others have delivered what it asks for. */
  readonly scripts: readonly { readonly script: string }[];
  /** What the file says where scripts do not run. */
  readonly notes: readonly { readonly language: Language; readonly text: string }[];
  /** What the file shows of itself there. */
  readonly still: StillView;
  readonly islands: readonly IslandView[];
}

/** A file within the file. */
export interface IslandView {
  /** Its path in the report's folder. */
  readonly path: string;
  /** Whether its bytes are deflated (RFC 1951). */
  readonly deflated: boolean;
  readonly size: number;
}

/** What is in a file that holds a report. */
export interface SingleFileContents {
  readonly view: SingleFileView;
  /** The bytes of the islands, in their order. */
  readonly islands: readonly Uint8Array[];
}

// What a folder needs and one file does not: its script runs from its own element, and as the first thing.
const LEFT_OUT = [
  ".nojekyll",
  "assets/head.js",
  ...LANGUAGES.flatMap((language) =>
    [...PAGE_SCRIPTS, DATASET_SCRIPT].map(({ name }) => `assets/${name(language)}`)
  ),
];

/** Views the files of a report, by path, as one file. */
export function viewSingleFile(files: ReportContents): SingleFileContents {
  const report: Report = JSON.parse(String(files.get("report.json")));
  const still = viewStill(report, files);
  const shown = new Set(still.pictures.map(({ path }) => path));
  const paths = [...files.keys()].filter((path) => !isLeftOut(path, files) && !shown.has(path))
    .sort();
  const islands = paths.map((path) => readIsland(path, files.get(path)!));
  const ofDataset = report.dataset === null ? [] : Object.values(DATASET_SCRIPTS);
  const scripts = [...ofDataset, singleFileScript];
  const hashes = scripts.map((script) => `'${hashScript(script)}'`).join(" ");
  const view = {
    title: report.title,
    still,
    generator: GENERATOR,
    policy: `default-src 'none'; img-src data: blob:; script-src ${hashes}`,
    scripts: scripts.map((script) => ({ script })),
    notes: LANGUAGES.map((language) => ({ language, text: WORDS[language].singleFile.script })),
    islands: islands.map(({ path, deflated, bytes }) => ({ path, deflated, size: bytes.length })),
  };
  return { view, islands: islands.map(({ bytes }) => bytes) };
}

// Of pictures that stand there, pixels can be read; and data, unless its script says it otherwise.
function isLeftOut(path: string, files: ReportContents): boolean {
  if (LEFT_OUT.includes(path)) return true;
  if (!path.endsWith(".js")) return false;
  const json = files.get(path.replace(/js$/, "json"));
  return files.has(path.replace(/js$/, "png")) ||
    (typeof json === "string" && visibleOrderInJson(json) === json);
}

// Pictures are compressed as they are, data scripts within; texts shrink to about a tenth.
function readIsland(
  path: string,
  content: Uint8Array | string,
): Pick<IslandView, "path" | "deflated"> & { readonly bytes: Uint8Array } {
  const deflated = typeof content === "string" || path.endsWith(".js");
  const bytes = typeof content === "string"
    ? deflateText(new TextEncoder().encode(content), "small")
    : deflated
    ? readDataScript(content)
    : content;
  return { path, deflated, bytes };
}

// What would end or nest a script element, in any case of letters.
const TAGS = /<(?:!--|\/?script)/i;

function hashScript(text: string): string {
  if (TAGS.test(text)) {
    throw new SyntaxError("Cannot embed the script of the pages: it holds a tag");
  }
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
