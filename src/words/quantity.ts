/** Formats a whole number with commas by thousands. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Formats a count with its English noun, such as `1 photo` or `5,096 kernels`. */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Tells a share in whole percent, such as `78 %`, whose sign stays beside it. */
export function tellShare(share: number): string {
  return `${Math.round(100 * share)}\u202f%`;
}

// How many names a message tells before it counts the rest.
const LISTED = 8;

/** Lists the first of many names, and counts the rest. */
export function listSome(names: readonly string[]): string {
  const rest = names.length > LISTED ? ` and ${names.length - LISTED} more` : "";
  return names.slice(0, LISTED).join(", ") + rest;
}

/** Joins names to a list in English, such as `a, b, and c`. */
export function joinNames(names: readonly string[]): string {
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}
