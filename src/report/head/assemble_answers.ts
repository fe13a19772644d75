import type { PlannedModel } from "../../plan/plan.ts";
import type { FoundClasses } from "../../plan/found.ts";
import type { AnswerFinding } from "../finding.ts";
import type { ReportAnswers } from "../report_model.ts";

/** Assembles what a classifier answers to the photos; null where it answers to none. */
export function assembleAnswers(
  { classes, layers }: Pick<PlannedModel, "classes" | "layers">,
  answers: readonly AnswerFinding[],
): ReportAnswers | null {
  if (classes === null || answers.length === 0) return null;
  return {
    layer: layers.find(({ conv }) => conv.output === classes.layer)?.id ?? null,
    source: classes.source,
    shares: nameShares(classes),
    photos: answers.map(({ photo, classes: found, shares }) => {
      const labels = found.map((i) => classes.labels?.[i] ?? null);
      return { image: photo, classes: found, labels, shares };
    }),
  };
}

function nameShares({ scores }: FoundClasses): ReportAnswers["shares"] {
  switch (scores) {
    case "shares":
    case "logarithms":
      return "model";
    case "chances":
      return "chances";
    case "plain":
      return "softmax";
  }
}
