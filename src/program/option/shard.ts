import type { Shard } from "../../dataset/shard.ts";

const SHARD = /^(\d+)\/(\d+)$/;

// Beyond it a part is less than a photo of the largest datasets.
const MOST_SHARDS = 1_000_000;

/**
 * Parses a part of a dataset, such as `3/16`.
 *
 * @throws {RangeError} If it is none.
 */
export function parseShard(text: string): Shard {
  const [part, of] = (SHARD.exec(text.trim()) ?? []).slice(1).map(Number);
  if (part !== undefined && of !== undefined && part >= 1 && part <= of && of <= MOST_SHARDS) {
    return { part, of };
  }
  throw new RangeError("a shard is one of so many parts, counted from 1, such as 3/16");
}
