/** A reason within another, of whatever code. */
export interface AnyReason {
  /** Its code. */
  readonly code: string;
}

/** Tells a reason within another, in the same language. */
export type Tell = (reason: AnyReason) => string;

/** The sentences of some codes in a language. */
type Sentences = Readonly<Record<string, (values: never, tell: Tell) => string>>;

/** Tells a reason in the sentences of a language. */
export function tellIn(sentences: Sentences, reason: AnyReason): string {
  const tell: Tell = (inner) => tellIn(sentences, inner);
  const say = sentences[reason.code] as (values: unknown, tell: Tell) => string;
  return say(reason, tell);
}
