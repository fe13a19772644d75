import { decodeLayerFile, type LayerData } from "../../site/layer_data.ts";
import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "../sides/compare_results.ts";
import type { ComparedLayer } from "../../site/compare/compare_choice.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { gatherSide, isFollowed } from "../sides/compared_side.ts";
import { loadToldCosines } from "../sides/told_cosines.ts";
import { loadTold, loadTwin, type SidesTwin } from "./twin_rows.ts";
import type { Twin } from "../sides/twin.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { tell } from "../shell/dom.ts";

/** What is known where sides are loaded. */
export interface LoadingContext {
  readonly words: ComparePageWords;
  readonly files: ReportFiles;
  /** The way to the report's folder. */
  readonly root: string;
}

/** What the page knows of its layers before it loads any. */
export interface KnownLayers {
  readonly layers: readonly ComparedLayer[];
  readonly twins: readonly Twin[];
}

/** Loads what both sides hold; null, and a word of it on the page, where one is missing. */
export async function loadSides(
  context: LoadingContext,
  state: CompareState,
  { layers, twins }: KnownLayers,
): Promise<Pick<Results, "sides" | "told" | "cosines"> | null> {
  const { files, root } = context;
  const { a, ai, b, bi, stage } = state;
  const [one, other, twin] = await Promise.all([
    loadLayer(context, a).catch(() => tellMissing(context, "a")),
    loadLayer(context, b).catch(() => tellMissing(context, "b")),
    loadTwin(context, state, twins).catch(() => tellMissing(context, "b")),
  ]);
  if (!one || !other || !twin) return null;
  const cosines = await loadToldCosines(context, [one, other])
    .catch(() => void tellMissing(context, "b"));
  if (cosines === undefined) return null;
  const followed = { one: isFollowed(one, ai), other: isFollowed(other, bi) };
  const stages = chooseStages(followed, stage, twin);
  const findChannels = (path: string): readonly string[] => [
    ...layers.find((layer) => layer.path === path)?.channels ?? "",
  ];
  const first = { files, root, image: ai, channels: findChannels(a), stage: stages[0] };
  const second = { files, root, image: bi, channels: findChannels(b), stage: stages[1] };
  const sides = [
    gatherSide("a", one, { ...first, order: null }),
    gatherSide("b", other, { ...second, order: twin }),
  ] as const;
  const isWhole = [one, other].every(({ layer: { values } }) => values !== null);
  const told = isWhole ? null : await loadTold(context, state, twins).catch(() => null);
  return { sides, told, cosines };
}

function tellMissing({ words: { compare } }: LoadingContext, name: "a" | "b"): null {
  tell("compared", compare.missing(compare[name]));
  return null;
}

function loadLayer({ files, root }: LoadingContext, path: string): Promise<LayerData> {
  return files.data.load(root, `${path}/layer`, decodeLayerFile);
}

// Maps behind an activation and maps before one are of a kind only where a layer has folded into it
// what stands behind the other.
function chooseStages(
  followed: { readonly one: boolean; readonly other: boolean },
  stage: CompareState["stage"],
  { stages }: SidesTwin,
): readonly [CompareState["stage"], CompareState["stage"]] {
  if (stage === "before") return ["before", "before"];
  if (stages !== null && stages.a !== stages.b) {
    const read = (name: string) => name === "activated" ? "after" : "before";
    return [read(stages.a), read(stages.b)];
  }
  return followed.one && followed.other ? ["after", "after"] : ["before", "before"];
}
