import { createRandom } from "./random.ts";
import { shuffle } from "./shuffle.ts";

/** Orders in which two columns are put against each other, as many of the one as of the other. */
export interface Orders {
  /** The first leaves the column as it is. */
  readonly x: readonly Uint32Array[];
  readonly y: readonly Uint32Array[];
}

/**
 * Draws orders of `count` rows, so many that they form at least `pairs` pairs.
 *
 * Both columns of a pair are shuffled, so each pair is a shuffle of the one against the other; and
 * every two pairs are independent of each other, since they differ in an order that was drawn by
 * itself. So a share of the pairs is as near to what it estimates as a share of so many shuffles.
 */
export function drawOrders(
  count: number,
  { pairs, seed }: { readonly pairs: number; readonly seed: number },
): Orders {
  const random = createRandom(seed);
  const own = Uint32Array.from({ length: count }, (_, row) => row);
  const draw = (): Uint32Array => {
    const order = own.slice();
    shuffle(order, random);
    return order;
  };
  const side = Math.ceil(Math.sqrt(pairs));
  const y = Array.from({ length: side }, draw);
  return { x: [own, ...Array.from({ length: side - 1 }, draw)], y };
}
