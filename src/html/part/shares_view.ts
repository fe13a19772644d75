import type { ReportLayer } from "../../report/report_layer.ts";
import type { KernelColumns } from "../../report/layer_report.ts";
import type { SiteWords } from "../../words/words.ts";
import { countKinds } from "./class_view.ts";
import { formatBarLength, formatCount } from "../../site/format.ts";
import { listClasses, nameTone } from "../../site/kernel_class.ts";

/** The shares of the classes of a layer's kernels as a bar: the view of `shares.hbs`. */
export interface SharesView {
  /** The shares in words. */
  readonly words: string;
  readonly segments: readonly SegmentView[];
}

/** A class in the bar, in percent of its width. */
export interface SegmentView {
  readonly tone: string;
  /** Its kernels, counted. */
  readonly words: string;
  readonly left: string;
  readonly width: string;
}

/** Views the shares of the classes that have kernels; null where there are not two of them. */
export function viewShares(
  subject: { readonly layer: ReportLayer; readonly words: SiteWords },
  kernels: KernelColumns | null,
): SharesView | null {
  const counts = countKinds(kernels?.kind ?? []);
  if (kernels === null || counts.size < 2) return null;
  const { count: { list }, kind: { names, counted } } = subject.words;
  const kinds = listClasses(subject, kernels).map(({ kind }) => kind).filter((kind) =>
    counts.has(kind)
  );
  let before = 0;
  const segments = kinds.map((kind): SegmentView => {
    const count = counts.get(kind)!;
    const left = formatBarLength(before / kernels.kind.length);
    before += count;
    const width = formatBarLength(count / kernels.kind.length);
    return { tone: nameTone(kind), words: counted(formatCount(count), names[kind]), left, width };
  });
  return { words: list(segments.map(({ words }) => words)), segments };
}
