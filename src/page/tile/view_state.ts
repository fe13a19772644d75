import { formatParams, parseChoice, parseIndex } from "../../site/address.ts";

/** What a layer's page shows, and how: what stands in its address. */
export interface ViewState {
  /** The index of the chosen pair. */
  readonly k: number;
  /** The id of the photo. */
  readonly image: string;
  /** Whether the maps are shown behind what follows the convolution. */
  readonly stage: "before" | "after";
  /** The view of the kernels. */
  readonly kernels: string;
  /** A measure, `index`, `class`, `family`, `likeness` or `flags`. */
  readonly sort: string;
  readonly reversed: boolean;
  /** The classes that are shown; none stands for all. */
  readonly classes: readonly string[];
  /** The numbers of the families that are shown; none stands for all pairs. */
  readonly families: readonly string[];
  /** What is searched for. */
  readonly query: string;
  readonly scale: Scale;
  readonly map: ColourMap;
  readonly size: string;
  readonly layout: string;
  /** What of the exercise is shown; empty for nothing. */
  readonly try: string;
  /** What was guessed there. */
  readonly guess: string;
}

/** What shares a range of values. */
export type Scale = "tile" | "layer" | "zero";

/** How values become colours. */
export type ColourMap = "grey" | "viridis" | "signed";

// The names in the address; the state's own where they are alike.
const TEXTS = [
  "image",
  "stage",
  "kernels",
  "sort",
  "scale",
  "map",
  "size",
  "layout",
  "try",
] as const;

/** Writes the state for an address: the pair, and whatever differs from the page's own start. */
export function formatState(state: ViewState, start: ViewState): URLSearchParams {
  const texts = TEXTS.filter((name) => state[name] !== start[name])
    .map((name) => [name, state[name]]);
  return formatParams({
    k: state.k,
    ...Object.fromEntries(texts),
    ...state.reversed === start.reversed ? {} : { reverse: state.reversed ? "1" : "0" },
    ...state.classes.length === 0 ? {} : { class: state.classes.join(".") },
    ...state.families.length === 0 ? {} : { family: state.families.join(".") },
    ...state.query === "" ? {} : { q: state.query },
    ...state.guess === "" ? {} : { guess: state.guess },
  });
}

/** What values a page has to offer, by the names of the address. */
export type Choices = Readonly<
  Record<typeof TEXTS[number] | "class" | "family", readonly string[]>
>;

/** Reads a state from an address; what the page does not have stays as it starts. */
export function parseViewState(
  params: URLSearchParams,
  start: ViewState,
  { pairs, choices }: { readonly pairs: number; readonly choices: Choices },
): ViewState {
  const texts = Object.fromEntries(
    TEXTS.map((name) => [name, parseChoice(params, name, choices[name]) ?? start[name]]),
  );
  const k = parseIndex(params) ?? start.k;
  const listed = (name: "class" | "family"): readonly string[] => {
    const asked = (params.get(name) ?? "").split(".");
    return choices[name].filter((each) => asked.includes(each));
  };
  return {
    ...start,
    ...texts,
    k: k < pairs ? k : start.k,
    reversed: params.has("reverse") ? params.get("reverse") === "1" : start.reversed,
    classes: listed("class"),
    families: listed("family"),
    query: params.get("q") ?? start.query,
    guess: params.get("guess") ?? start.guess,
  };
}
