import type { Rule } from "./rule.ts";
import {
  type ClearReading,
  type FoundNeed,
  type Question,
  QUESTIONS,
  readNeed,
  readRule,
} from "./rule_reading.ts";

/** A rule of a layer, and that of its kernels composed down to the pixels, where there are any. */
export interface LayerRule extends Rule {
  readonly composed: Rule | null;
}

/** A clear answer to what is asked of a layer. */
export interface LayerAnswer {
  readonly question: Question;
  readonly reading: ClearReading;
  /** Whether it is about the kernels composed down to the pixels. */
  readonly composed: boolean;
}

/** What comes clearly out of a layer. */
export interface LayerReading {
  /** In the order of the questions. */
  readonly answers: readonly LayerAnswer[];
  /** What goes with how much of the maps is photo where no kernel measure does; else null. */
  readonly need: FoundNeed | null;
}

/** Reads what comes clearly out of a layer. */
export function readLayer(rule: LayerRule): LayerReading {
  const answers = QUESTIONS.flatMap((question) => {
    const answer = answerQuestion(rule, question);
    return answer === null ? [] : [answer];
  });
  const told = answers.some(({ question }) => question === "keepsPicture");
  return { answers, need: told ? null : readNeed(rule) };
}

// Of the kernels as they are seen in the pixels, unless what their weights tell is stronger.
function answerQuestion(rule: LayerRule, question: Question): LayerAnswer | null {
  const [own, composed] = [rule, rule.composed].map((each) => each && readRule(each, question));
  const clear = [{ reading: composed, composed: true }, { reading: own, composed: false }]
    .flatMap(({ reading, composed }): LayerAnswer[] =>
      reading?.kind === "clear" ? [{ question, reading, composed }] : []
    );
  const [first = null, second = null] = clear;
  if (first === null || second === null) return first;
  return strengthOf(second) > strengthOf(first) ? second : first;
}

function strengthOf({ reading: { lead } }: LayerAnswer): number {
  return Math.abs(lead.value);
}
