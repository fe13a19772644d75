/** Two layers that go together, as the table of the layers has them. */
export interface Twin {
  /** Each `<model>/<layer>`. */
  readonly a: string;
  readonly b: string;
  /** The file of the numbers of their kernels, and the place of the layers in it. */
  readonly file: string;
  readonly place: number;
  /** The maps of each that are compared. */
  readonly stages: { readonly a: string; readonly b: string };
  /** Whether kernels go with others than those at their places, or read others. */
  readonly permuted: boolean;
  /** Whether it is not known which inputs go together. */
  readonly unpaired: boolean;
}

/** Which kernels of B, and which inputs of these, go with those of A; null where those at their places do. */
export interface TwinOrder {
  readonly other: readonly number[] | null;
  readonly inputs: readonly number[] | null;
  /** Whether it is not known which inputs do. */
  readonly unpaired: boolean;
}

/** Finds how two layers go together, whichever is A; null where nothing is known of it. */
export function findTwinOf(
  twins: readonly Twin[],
  { a, b }: { readonly a: string; readonly b: string },
): { readonly twin: Twin; readonly swapped: boolean } | null {
  const twin = twins.find((each) => each.a === a && each.b === b);
  if (twin) return { twin, swapped: false };
  const turned = twins.find((each) => each.a === b && each.b === a);
  return turned ? { twin: turned, swapped: true } : null;
}

/** Turns an order round: what went with k has it now. */
export function invertOrder(order: readonly number[] | null): readonly number[] | null {
  if (order === null) return null;
  const inverse = order.map((_, k) => k);
  order.forEach((other, k) => inverse[other] = k);
  return inverse;
}
