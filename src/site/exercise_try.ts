/** What a reader can try to find the rule, in the order of pages. */
export const TRIES = ["guess", "sort", "pairs"] as const;

/** A way to find the rule. */
export type Try = typeof TRIES[number];

/** What of an exercise is shown: what is tried, or what came of a guess; empty for nothing. */
export type ShownTry = Try | "score" | "";
