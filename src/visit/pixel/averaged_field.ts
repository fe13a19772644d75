/** Tells the size of a field that was averaged down to what is drawn; null where it is drawn as it is. */
export function findAveragedField(
  field: readonly number[],
  drawn: readonly number[],
): readonly number[] | null {
  return field.every((extent, axis) => extent === drawn[axis]) ? null : field;
}
