import type { LayerData } from "../../site/layer_data.ts";
import type { Words } from "../../words/words.ts";
import type { Results } from "./compare_results.ts";
import type { CompareState } from "./compare_state.ts";
import { gatherSide, isFollowed } from "./compared_side.ts";
import { loadData } from "../files/data.ts";
import { tell } from "../shell/dom.ts";

/** Loads what both sides hold; null, and a word of it on the page, where one is missing. */
export async function loadSides(
  { compare }: Words,
  root: string,
  { a, ai, b, bi, stage }: CompareState,
): Promise<Results["sides"] | null> {
  const load = async (name: "a" | "b", path: string): Promise<LayerData | null> => {
    try {
      return await loadData<LayerData>(root, `${path}/layer`);
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
    gatherSide("a", one, { root, image: ai, stage: both }),
    gatherSide("b", other, { root, image: bi, stage: both }),
  ];
}
