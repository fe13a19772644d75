import { createRandom, type Random } from "./random.ts";

const long = Deno.env.get("CONVATLAS_LONG") !== undefined;

/** How often a test tries what chance decides: a few times, or many where it is asked for. */
export function countRounds(few: number, many: number): number {
  return long ? many : few;
}

const shift = Number(Deno.env.get("CONVATLAS_SEED") ?? 0);

/** Makes the chance of a test: the same on every run, unless `CONVATLAS_SEED` names another. */
export function createChance(seed: number): Random {
  return createRandom(seed + shift);
}
