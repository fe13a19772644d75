import type { ComparisonFile } from "../../report/comparison_file.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ToldColumns } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { findTwinOf, invertOrder, type Twin, type TwinOrder } from "../sides/twin.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { find, findAll } from "../shell/dom.ts";

/** Lists the layers that go together, as the table of the layers says. */
export function readTwins(): readonly Twin[] {
  return findAll(HOOKS.rankedRows).map(({ dataset }) => {
    const [one = "", other = ""] = dataset.stages!.split(" ");
    return {
      a: dataset.a!,
      b: dataset.b!,
      file: dataset.file!,
      place: Number(dataset.place),
      stages: { a: one, b: other },
      permuted: dataset.permuted === "true",
      unpaired: dataset.unpaired === "true",
    };
  });
}

/** How the two sides go together. */
export interface SidesTwin extends TwinOrder {
  /** Whether the maps of one side are compared behind its activation with the own output of the other. */
  readonly stages: { readonly a: string; readonly b: string } | null;
}

const PLAIN: SidesTwin = { other: null, inputs: null, unpaired: false, stages: null };

/** Loads how the two sides go together: as they stand, where nothing else is known. */
export async function loadTwin(
  { files, root }: { readonly files: ReportFiles; readonly root: string },
  { a, b }: Pick<CompareState, "a" | "b">,
  twins: readonly Twin[],
): Promise<SidesTwin> {
  const found = findTwinOf(twins, { a, b });
  if (found === null) return PLAIN;
  const { twin: { file, place, permuted, unpaired, ...twin }, swapped } = found;
  const stages = swapped ? { a: twin.stages.b, b: twin.stages.a } : twin.stages;
  if (!permuted) return { ...PLAIN, stages, unpaired };
  const { layers } = await files.data.load(root, file, decodeComparison);
  const { other, inputs } = layers[place]!;
  const order = swapped
    ? { other: invertOrder(other), inputs: invertOrder(inputs) }
    : { other, inputs };
  return { ...order, stages, unpaired };
}

/** Loads what the report tells of the pairs of both sides; null where it compares others, or not so. */
export async function loadTold(
  { files, root }: { readonly files: ReportFiles; readonly root: string },
  sides: Pick<CompareState, "a" | "b">,
  twins: readonly Twin[],
): Promise<ToldColumns | null> {
  const found = findTwinOf(twins, sides);
  if (found === null || found.swapped) return null; // the errors are shares of A
  const { layers } = await files.data.load(root, found.twin.file, decodeComparison);
  return layers[found.twin.place]!;
}

function decodeComparison(bytes: Uint8Array): ComparisonFile {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Leads to the layers of the next row, in the order that the table has. */
export function stepRow({ a, b }: Pick<CompareState, "a" | "b">, by: -1 | 1): void {
  const rows = findAll(HOOKS.rankedRows);
  const at = rows.findIndex(({ dataset }) => dataset.a === a && dataset.b === b);
  const next = at < 0 ? undefined : rows[at + by];
  if (next) find("a", next)?.click();
}
