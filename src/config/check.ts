import { ODDITY_KINDS, type OddityKind } from "./oddity_kind.ts";
import { excerpt } from "./problem/excerpt.ts";
import { finite, text, z } from "./problem/field.ts";
import { findNearestName } from "./problem/nearest_name.ts";

/** What a report must not have: findings of a kind, or layers of which a number is beyond a limit. */
export interface Check {
  /** The kind of findings. */
  readonly kind: OddityKind;
  /**
   * What is compared may be so large: of damage the error of the worst map, of the padding the share
   * of maps, of all others how many kernels of a layer are so. Null where any finding fails.
   */
  readonly limit: number | null;
}

/** Checks as a config has them: a list such as `["never-on", "damage>0.1"]`, or limits by their kinds. */
export type ChecksInput =
  | readonly string[]
  | { readonly [Kind in OddityKind | CamelCase<OddityKind>]?: number };

/** A kind as the key of an object: `neverOn` for `never-on`. */
export type CamelCase<Kind extends string> = Kind extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Kind;

const RULE = /^([a-z-]+)(?:\s*>\s*(\d+(?:\.\d+)?|\.\d+))?$/;

const expected = 'a kind of finding such as "never-on", or with a limit such as "damage>0.1"';

const ruleSchema = text(expected).superRefine((rule, { addIssue }) => {
  const [kind = ""] = rule.trim().split(/\s*[>=<]/);
  if (isKind(kind) && RULE.test(rule.trim())) return;
  const message = `found ${excerpt(rule)}; expected ${expected}; ${advise(kind)}`;
  addIssue({ code: "custom", message });
});

function advise(kind: string): string {
  if (isKind(kind)) return "a limit is a number, 0 or more, behind a single >";
  const near = findNearestName(kind, ODDITY_KINDS);
  return near === null ? `the kinds are ${ODDITY_KINDS.join(", ")}` : `did you mean "${near}"?`;
}

const rulesSchema = z.array(ruleSchema, { error: `a list of ${expected}` })
  .transform((rules) => rules.map(parseRule));

// A key of JSON may be written as one: neverOn.
const kindSchema = z.enum([...ODDITY_KINDS, ...ODDITY_KINDS.map(toCamelCase)]);

const limitsSchema = z.partialRecord(kindSchema, finite("a limit, 0 or more").min(0), {
  error: `limits by the kinds of findings: ${ODDITY_KINDS.join(", ")}`,
}).transform((limits) =>
  Object.entries(limits).map(([key, limit]) => ({
    kind: ODDITY_KINDS.find((kind) => kind === key || toCamelCase(kind) === key)!,
    limit,
  }))
);

/** The checks of a config, by default none. */
export const checksSchema = z.union([rulesSchema, limitsSchema], {
  error: 'a list such as ["never-on", "damage>0.1"], or limits such as {"never-on": 0}',
}).prefault([]);

function parseRule(rule: string): Check {
  const [, kind = "", limit] = RULE.exec(rule.trim())!;
  return { kind: kind as OddityKind, limit: limit === undefined ? null : Number(limit) };
}

function toCamelCase<Kind extends OddityKind>(kind: Kind): CamelCase<Kind> {
  const text = kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return text as CamelCase<Kind>;
}

function isKind(text: string): text is OddityKind {
  return (ODDITY_KINDS as readonly string[]).includes(text);
}

/** Writes a check as it is asked for: `damage>0.1`. */
export function writeCheck({ kind, limit }: Check): string {
  return limit === null ? kind : `${kind}>${limit}`;
}
