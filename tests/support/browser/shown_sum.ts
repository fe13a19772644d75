/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "./browser.ts";

/** The sum that stands beside a kernel, as a reader sees it. */
export interface ShownSum {
  /** All of it. */
  readonly text: string;
  readonly total: number;
  /** Makes sure that the terms add up to the total to the digits shown. */
  assertAdds(): void;
  /** Makes sure that the terms add up to the total to the digits shown, and that it is the value. */
  assertTotal(value: number): void;
  /** Makes sure that a term stands there, true to its own rounding. */
  assertTerm(name: string, value: number): void;
}

/** Reads the sum that the panel of a page shows. */
export async function readShownSum(page: Page): Promise<ShownSum> {
  return parseSum(await page.evaluate(readTexts));
}

/** Reads the sums that the panel of a page shows for one address after another. */
export async function readShownSums(page: Page, hashes: readonly string[]): Promise<ShownSum[]> {
  await page.evaluate(`globalThis.readTexts = ${readTexts}`);
  const all = await page.evaluate(async (hashes) => {
    const { readTexts } = globalThis as unknown as { readTexts: () => SumTexts };
    const found: SumTexts[] = [];
    for (const hash of hashes) {
      const isThere = location.hash === `#${hash}` ||
        new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      location.hash = hash;
      await isThere;
      await new Promise((resolve) => setTimeout(resolve));
      found.push(readTexts());
    }
    return found;
  }, [...hashes]);
  return all.map(parseSum);
}

interface SumTexts {
  readonly rows: readonly { readonly text: string; readonly number: string | null }[];
  readonly total: string;
}

// Runs in the page.
function readTexts(): SumTexts {
  const spans = document.querySelectorAll('.panel [data-out="terms"] > span');
  return {
    rows: [...spans].map((span) => ({
      text: span.textContent ?? "",
      number: span.querySelector("b")?.textContent ?? null,
    })),
    total: document.querySelector('.panel [data-out="value"]')!.textContent ?? "",
  };
}

function parseSum({ rows, total: written }: SumTexts): ShownSum {
  const total = written.replace("= ", "");
  const decimals = total.split(".")[1]?.length ?? 0;
  const terms = rows.flatMap(({ text, number }) => {
    const name = text.replace(/^\+ /, "").trim();
    return number === null ? [] : [{ name: name.slice(0, -number.length).trim(), number }];
  });
  const assertAdds = (): void => {
    if (terms.length === 0) return;
    const sum = terms.reduce((sum, { number }) => sum + readNumber(number), 0);
    assert.equal(sum.toFixed(decimals), readNumber(total).toFixed(decimals));
  };
  return {
    total: readNumber(total),
    assertAdds,
    text: [...rows.map(({ text }) => text.trim()), written].join(" "),
    assertTotal: (value) => {
      assert.equal(total, writeNumber(value, decimals));
      assertAdds();
    },
    assertTerm: (name, value) => {
      const row = terms.find((each) => each.name === name);
      assert(row, `${name} among ${terms.map((each) => each.name)}`);
      const off = Math.abs(readNumber(row.number) - value);
      assert(off <= 0.5001 * 10 ** -decimals || decimals >= 5, `${name}: ${row.number}, ${value}`);
    },
  };
}

function readNumber(text: string): number {
  return Number(text.replaceAll(",", "").replace("−", "-"));
}

function writeNumber(value: number, decimals: number): string {
  const [whole = "", ...rest] = Math.abs(value).toFixed(decimals).split(".");
  const text = [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
  return value < 0 ? `−${text}` : text;
}
