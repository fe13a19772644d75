/** How a search compares a value of a pair with one of its own, by its operator. */
export const OPERATORS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  "=": isAlike,
  ":": isAlike,
};

// As a page prints it.
function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.005 * Math.max(Math.abs(b), 1e-9);
}

/** Parses a number as pages print it; NaN for anything else. */
export function parseNumber(text: string): number {
  return text.trim() === "" ? NaN : Number(text.replace("−", "-"));
}

/** Parses numbers such as `3,5,10-20` to a test; null for anything else. */
export function parseRanges(text: string): ((k: number) => boolean) | null {
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*,?$/.test(text)) return null;
  const ranges = text.split(",").map((part) => {
    const [first = "", last = first] = part.split("-");
    return [Number.parseInt(first), Number.parseInt(last)] as const;
  });
  return (k) => ranges.some(([first, last]) => k >= first && k <= last);
}
