import { MISTAKE_REASONS } from "../../reason/mistake_reasons.ts";
import type { Reason } from "../../reason/reason.ts";
import { tellIn } from "../../reason/tell.ts";
import { formatCount, plural } from "../quantity.ts";

/** How many pairs of a layer readers found to be what. */
export interface ReviewTally {
  readonly reviewed: number;
  readonly suspicious: number;
  readonly dead: number;
}

/** The words of reviews, in English. */
export const REVIEW_EN = {
  title: "Review",
  titleOf: (k: number) => `Review of pair ${k}`,
  tools: "Reviews of this model",
  none: "none",
  fine: "fine",
  suspicious: "suspicious",
  dead: "dead",
  note: "Note",
  noteHint: "A note goes with a verdict: choose one first",
  versioned: "In the report",
  /** The list of what the report holds. */
  list: (tally: string) => `Reviews in the report: ${tally}`,
  columns: { kernel: "Kernel", verdict: "Verdict", note: "Note", from: "From" },
  /** Who said so, and in which file. */
  from: (reviewer: string | null, source: string) =>
    reviewer === null ? source : `${reviewer}, ${source}`,
  /** What a card says of a layer. */
  tally: ({ reviewed, suspicious, dead }: ReviewTally) => {
    const doubts = [
      suspicious > 0 ? `${formatCount(suspicious)} suspicious` : "",
      dead > 0 ? `${formatCount(dead)} dead` : "",
    ].filter((each) => each !== "").join(", ");
    return `${formatCount(reviewed)} reviewed: ${doubts === "" ? "all fine" : doubts}`;
  },
  allReviewed: "Every pair that is shown is reviewed",
  /** How far the review of a layer has come. */
  progress: (reviewed: number, pairs: number, here: number) =>
    `${formatCount(reviewed)} of ${formatCount(pairs)} reviewed` +
    (here > 0 ? `, ${formatCount(here)} of them in this browser` : ""),
  export: "Export",
  exportHint: "All marks of this model, as a JSON file",
  import: "Import",
  importHint: "Adds the marks of a JSON file to those of this model",
  clear: "Clear",
  clearHint: "Removes the marks of this layer from this browser",
  clearAsk: (count: number) =>
    `Remove ${plural(count, "mark")} of this layer from this browser? The report keeps its own.`,
  unkept:
    "This browser keeps nothing for this page: marks last until the page is closed. Export them.",
  damaged: "Some of the marks that this browser kept cannot be read:",
  taken: (taken: number, replaced: number, elsewhere: number) =>
    `${plural(taken, "mark")} taken` +
    (replaced > 0 ? `, ${formatCount(replaced)} of them in place of others` : "") +
    (elsewhere > 0 ? `, ${formatCount(elsewhere)} of them on other layers` : "") + ".",
  refused: (count: number) => `${formatCount(count)} refused:`,
  /** A reason that holds several times. */
  times: (reason: string, count: number) => `${reason} (${formatCount(count)} times)`,
  more: (count: number) => `and ${formatCount(count)} more`,
  /** Why a file or one of its entries is refused. */
  notJson: "the file is not JSON",
  tooLarge: (limit: string) => `the file is larger than ${limit}`,
  mistake: (mistake: Reason<keyof typeof MISTAKE_REASONS>) => tellIn(MISTAKE_REASONS, mistake),
  otherModel: (model: string) => `${model}: another model than this one`,
  otherFile: (model: string) => `${model}: made for another file of the model`,
  noLayer: (layer: string) => `${layer}: the model has no such layer in this report`,
  noKernel: (kernel: number, layer: string, pairs: number) =>
    `kernel ${kernel} of ${layer}: the layer has ${plural(pairs, "kernel")}`,
  twice: (kernel: number, layer: string) =>
    `kernel ${kernel} of ${layer}: given more than once; the last is taken`,
};

/** The words of reviews. */
export type ReviewWords = typeof REVIEW_EN;
