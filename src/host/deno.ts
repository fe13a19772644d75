/** What Deno has beside that which Node has too. */
export type DenoRuntime = typeof Deno;

/** Deno, where the program runs on it; null on Node. */
export const deno: DenoRuntime | null = "Deno" in globalThis ? Deno : null;
