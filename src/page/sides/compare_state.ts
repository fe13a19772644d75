import { formatParams, parseChoice, parseIndex } from "../../site/address.ts";
import { KERNEL_VIEWS, type KernelView } from "../../site/tile/kernel_view.ts";
import { chooseOther, type ComparedLayer, keepImage } from "../../site/compare/compare_choice.ts";

/** What the page that compares shows: what stands in its address. */
export interface CompareState {
  /** The layers, each `<model>/<layer>`. */
  readonly a: string;
  readonly b: string;
  /** The ids of their photos; empty where a layer has no maps. */
  readonly ai: string;
  readonly bi: string;
  /** The index of the chosen pair. */
  readonly k: number;
  /** What is shown of each pair. */
  readonly of: "kernels" | "maps" | "both";
  readonly stage: "before" | "after";
  /** The view of the kernels; empty for the first that both sides have. */
  readonly kernels: KernelView | "";
  readonly show: "side" | "slider" | "difference";
  /** What shares a range of values: A and B of a pair, nothing, or all pairs. */
  readonly scale: "pair" | "tile" | "all";
  /** By how far maps are apart, how far kernels are, or the cosine of either. */
  readonly sort: "index" | "error" | "moved" | "maps" | "kernels";
}

/** What can be chosen, what stands for itself first. */
export const COMPARE_CHOICES = {
  of: ["kernels", "maps", "both"],
  stage: ["before", "after"],
  kernels: ["", ...KERNEL_VIEWS],
  show: ["side", "slider", "difference"],
  scale: ["pair", "tile", "all"],
  sort: ["index", "error", "moved", "maps", "kernels"],
} as const;

/** The choices that an address leaves out where they are the first of their kind. */
const QUIET = ["stage", "kernels", "show", "scale", "sort"] as const;

/** Writes the state for an address: whatever another rebuild could choose otherwise stands in it. */
export function formatCompare(state: CompareState): URLSearchParams {
  const { a, ai, b, bi, k, of } = state;
  const chosen = QUIET.filter((name) => state[name] !== COMPARE_CHOICES[name][0])
    .map((name) => [name, state[name]]);
  return formatParams({ a, ai, b, bi, k, of, ...Object.fromEntries(chosen) });
}

/** Reads a state from an address; what the report does not have is chosen as at first. */
export function parseCompare(
  params: URLSearchParams,
  { layers, first }: {
    readonly layers: readonly ComparedLayer[];
    /** What is compared at first. */
    readonly first: Pick<CompareState, "a" | "ai" | "b" | "bi">;
  },
): CompareState {
  const sides = readSides(params, layers, first);
  return {
    ...sides,
    k: parseIndex(params) ?? 0,
    of: pick("of", params) ?? chooseOf(layers, sides),
    stage: pick("stage", params) ?? "before",
    kernels: pick("kernels", params) ?? "",
    show: pick("show", params) ?? "side",
    scale: pick("scale", params) ?? "pair",
    sort: pick("sort", params) ?? "index",
  };
}

// Kernels, but maps where the sides share their kernels or one of them has none drawn.
function chooseOf(
  layers: readonly ComparedLayer[],
  { a, b }: Pick<CompareState, "a" | "b">,
): CompareState["of"] {
  const drawn = [a, b].every((path) => layers.find((layer) => layer.path === path)?.kernel);
  return a === b || !drawn ? "maps" : "kernels";
}

/** Keeps what is shown of each pair, as far as both sides have it and it is not one and the same. */
export function fitOf(
  layers: readonly ComparedLayer[],
  state: Pick<CompareState, "a" | "b" | "of">,
): CompareState["of"] {
  return chooseOf(layers, state) === "maps" ? "maps" : state.of;
}

function readSides(
  params: URLSearchParams,
  layers: readonly ComparedLayer[],
  first: Pick<CompareState, "a" | "ai" | "b" | "bi">,
): Pick<CompareState, "a" | "ai" | "b" | "bi"> {
  const a = layers.find(({ path }) => path === params.get("a"));
  if (!a) return first;
  const ai = keepImage(a, params.get("ai") ?? "");
  const b = layers.find(({ path }) => path === params.get("b"));
  if (b) return { a: a.path, ai, b: b.path, bi: keepImage(b, params.get("bi") ?? ai) };
  const other = chooseOther(layers, { path: a.path, image: ai });
  return { a: a.path, ai, b: other.path, bi: other.image };
}

function pick<Name extends keyof typeof COMPARE_CHOICES>(
  name: Name,
  params: URLSearchParams,
): CompareState[Name] | null {
  const known: readonly string[] = COMPARE_CHOICES[name];
  return parseChoice(params, name, known) as CompareState[Name] | null;
}
