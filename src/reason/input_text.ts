/** An input of a model, as a reason tells of it. */
export interface ToldInput {
  readonly name: string;
  readonly dataType: string;
  /** Open sizes by their names, or as null; null where the model declares none. */
  readonly dims: readonly (number | string | null)[] | null;
}

/** Writes sizes as they stand in messages: open ones by their names, or as `?`. */
export function describeDims(dims: readonly (number | string | null)[]): string {
  return dims.map((dim) => dim ?? "?").join(", ");
}

/** Describes an input for people: its name, its type, its sizes. */
export function describeInput({ name, dataType, dims }: ToldInput): string {
  return `"${name}" ${dataType} [${describeDims(dims ?? [])}]`;
}
