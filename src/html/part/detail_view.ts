/** A detail that the model's file gives, such as the name of a tensor. */
export interface DetailView {
  readonly term: string;
  readonly value: string;
}

/** Views terms with their values, leaving out those that the file does not give. */
export function viewTerms(
  terms: readonly (readonly [term: string, value: string | null])[],
): readonly DetailView[] {
  return terms.flatMap(([term, value]) => value ? [{ term, value }] : []);
}
