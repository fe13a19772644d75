/** A detail that the model's file gives, such as the name of a tensor. */
export interface DetailView {
  readonly term: string;
  readonly value: string;
}

/** Views terms with their values, leaving out those that the file does not give. */
export function viewTerms(
  terms: Readonly<Record<string, string | null>>,
): readonly DetailView[] {
  return Object.entries(terms).flatMap(([term, value]) => value ? [{ term, value }] : []);
}
