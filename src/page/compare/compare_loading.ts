import { decodeLayerFile, type LayerData } from "../../site/layer_data.ts";
import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "../sides/compare_results.ts";
import type { ComparedLayer } from "../../site/compare/compare_choice.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { gatherSide, isFollowed } from "../sides/compared_side.ts";
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
  layers: readonly ComparedLayer[],
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
  const listChannels = (path: string): readonly string[] => [
    ...layers.find((layer) => layer.path === path)?.channels ?? "",
  ];
  const place = { files, root, stage: both };
  return [
    gatherSide("a", one, { ...place, image: ai, channels: listChannels(a) }),
    gatherSide("b", other, { ...place, image: bi, channels: listChannels(b) }),
  ];
}
