/** One of several choices. */
export interface ChoiceView {
  readonly value: string;
  readonly name: string;
  readonly chosen: boolean;
}
