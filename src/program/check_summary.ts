import { writeCheck } from "../config/check.ts";
import { chooseCards } from "../oddity/oddity_cards.ts";
import { visible } from "../config/problem/visible.ts";
import type { Oddity } from "../report/oddity.ts";
import type { Report } from "../report/report.ts";
import type { ReportCheck } from "../report/report_check.ts";
import type { ReportModel } from "../report/report_model.ts";
import { linkEvidence } from "../site/oddity/oddity_link.ts";
import { plural } from "../words/quantity.ts";
import { WORDS } from "../words/translations.ts";

// A comment on a pull request is read where it is short, and GitHub takes a megabyte.
const MOST_LINES = 12;

/** Writes in Markdown which checks a report fails, and what else is odd, with links where it has a site. */
export function writeCheckSummary(report: Report): string {
  const { checks, title } = report;
  const failed = listFailed(report);
  const heading = checks.length === 0
    ? visible(title)
    : failed.length === 0
    ? `${visible(title)}: all ${plural(checks.length, "check")} passed`
    : `${visible(title)}: ${failed.length} of ${plural(checks.length, "check")} failed`;
  const parts = [
    [`## ${escapeMarkdown(heading)}`],
    ...failed.map((check) => writeFailed(check, report)),
    ...report.models.map((model) => writeCards(model, report)),
  ];
  return `${
    parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")
  }\n`;
}

/** Tells which checks a report fails, a line each. */
export function tellFailedChecks(report: Report): string[] {
  return listFailed(report).map((check) => {
    return `check failed: ${writeCheck(check)}: ${countFindings(check)}`;
  });
}

function listFailed({ checks }: Report): ReportCheck[] {
  return checks.filter(({ failed }) => failed.length > 0);
}

function countFindings({ failed }: ReportCheck): string {
  return plural(failed.length, "finding");
}

function writeFailed(check: ReportCheck, report: Report): string[] {
  const told = check.failed.flatMap(({ model: id, finding }) => {
    const model = report.models.find((each) => each.id === id);
    const oddity = model?.findings.find((each) => each.id === finding);
    return model && oddity ? [writeOddity(oddity, model, report)] : [];
  });
  const head = `### ❌ \`${writeCheck(check)}\`: ${countFindings(check)}`;
  return [head, "", ...shorten(told)];
}

function writeCards(model: ReportModel, report: Report): string[] {
  const failing = new Set(
    report.checks.flatMap(({ failed }) => failed)
      .flatMap((each) => each.model === model.id ? [each.finding] : []),
  );
  const cards = chooseCards(model.findings.filter(({ id }) => !failing.has(id)));
  if (cards.length === 0) return [];
  const head = `What ${failing.size > 0 ? "else " : ""}is odd in ${
    escapeHtml(visible(model.name))
  }`;
  const lines = cards.map(({ oddity }) => writeOddity(oddity, model, report));
  return ["<details>", `<summary>${head}</summary>`, "", ...lines, "", "</details>"];
}

function shorten(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `- and ${rest} more`] : lines;
}

function writeOddity(oddity: Oddity, model: ReportModel, report: Report): string {
  const words = WORDS.en;
  const sentence = escapeMarkdown(visible(oddity.sentence));
  const place = report.models.length > 1 ? `${escapeMarkdown(visible(model.name))}: ` : "";
  const { site } = report;
  if (site === null) return `- ${place}${sentence}`;
  const link = linkEvidence(oddity, { words, report, model: model.id, root: site });
  return `- ${place}${sentence} [${words.oddity.evidence}](${link})`;
}

// Within a line of HTML nothing is Markdown.
function escapeHtml(text: string): string {
  return text.replace(/[<>&]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

// What stands in a name is text, whatever Markdown or HTML makes of it.
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, (sign) => `\\${sign}`).replace(/\s+/g, " ");
}
