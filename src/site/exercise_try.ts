/** What a reader can try to find the rule, in the order of pages. */
export const TRIES = ["guess", "sort", "pairs"] as const;

/** A way to find the rule. */
export type Try = typeof TRIES[number];
