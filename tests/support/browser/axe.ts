/// <reference lib="dom" />
import axe from "axe-core";
import type { Page } from "./browser.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Lists what axe finds wrong on a page, which must be open in a context that bypasses its CSP. Style
 * sheets are not asked for again, since only rules about turned screens would read them, and what is
 * right is not told.
 */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async (rules) => {
    const { run } = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
    const { violations } = await run(document, {
      ...{ runOnly: rules, preload: false, resultTypes: ["violations"] },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`)
    );
  }, RULES);
}
