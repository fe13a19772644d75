import { decodeLayerFile, type LayerData } from "../../site/layer_data.ts";
import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import { gatherSide, isFollowed } from "./compared_side.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { tell } from "../shell/dom.ts";

/** What is known where sides are loaded. */
export interface LoadingContext {
  readonly words: ComparePageWords;
  readonly files: ReportFiles;
  /** The way to the report's folder. */
  readonly root: string;
}

/** Loads what both sides hold; null, and a word of it on the page, where one is missing. */
export async function loadSides(
  { words: { compare }, files, root }: LoadingContext,
  { a, ai, b, bi, stage }: CompareState,
): Promise<Results["sides"] | null> {
  const load = async (name: "a" | "b", path: string): Promise<LayerData | null> => {
    try {
      return await files.data.load(root, `${path}/layer`, decodeLayerFile);
    } catch {
      tell("compared", compare.missing(compare[name]));
      return null;
    }
  };
  const [one, other] = await Promise.all([load("a", a), load("b", b)]);
  if (!one || !other) return null;
  // Maps behind an activation and maps before one are not of a kind.
  const both = isFollowed(one, ai) && isFollowed(other, bi) ? stage : "before";
  return [
    gatherSide("a", one, { files, root, image: ai, stage: both }),
    gatherSide("b", other, { files, root, image: bi, stage: both }),
  ];
}
