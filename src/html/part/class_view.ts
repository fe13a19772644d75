import type { KernelKind } from "../../analysis/kind/kernel_kind.ts";
import type { KernelColumns } from "../../report/layer_report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatCount } from "../../site/format.ts";
import { listClasses, nameTone } from "../../site/kernel_class.ts";

/** A class of kernels with its mark: the view of `mark.hbs` too. */
export interface ClassView {
  readonly kind: KernelKind;
  readonly name: string;
  /** The class in style.css that gives the mark its tone, such as `c-0`. */
  readonly tone: string;
  readonly count: string;
  readonly empty: boolean;
  readonly meaning: string;
}

/** Counts the kernels of each class that the layer can have, also where there is none. */
export function countClasses(
  subject: { readonly layer: ReportLayer; readonly words: SiteWords },
  kernels: KernelColumns,
): readonly ClassView[] {
  const { names } = subject.words.kind;
  const counts = countKinds(kernels.kind);
  return listClasses(subject, kernels).map(({ kind, meaning }) => {
    const count = counts.get(kind) ?? 0;
    const tone = nameTone(kind);
    return {
      kind,
      name: names[kind],
      tone,
      count: formatCount(count),
      empty: count === 0,
      meaning,
    };
  });
}

/** Counts how often each kind occurs. */
export function countKinds(kinds: readonly KernelKind[]): ReadonlyMap<KernelKind, number> {
  const counts = new Map<KernelKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
