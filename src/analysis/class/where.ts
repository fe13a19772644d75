/** Where the strongest cell over all photos lies, in the order of pages. */
export const WHERES = ["inside", "padding"] as const;

/** Where a kernel is strongest. */
export type Where = typeof WHERES[number];

/** Tells where each kernel is strongest, of those whose strongest cell reads padding; null if not known. */
export function tellWhere(onPadding: readonly number[] | null, count: number): (Where | null)[] {
  const padded = new Set(onPadding);
  return Array.from({ length: count }, (_, k) => {
    if (onPadding === null) return null;
    return padded.has(k) ? "padding" : "inside";
  });
}
