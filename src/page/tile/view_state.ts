/** What a layer's page shows, and how: what stands in its address. */
export interface ViewState {
  /** The index of the chosen pair. */
  readonly k: number;
  /** The id of the photo. */
  readonly image: string;
  /** Whether the maps are shown behind what follows the convolution. */
  readonly stage: "before" | "after";
  /** A measure, `index`, `class`, `likeness` or `flags`. */
  readonly sort: string;
  readonly reversed: boolean;
  /** The classes that are shown; none stands for all. */
  readonly classes: readonly string[];
  /** What is searched for. */
  readonly query: string;
  readonly scale: Scale;
  readonly map: ColourMap;
  readonly size: string;
  readonly layout: string;
}

/** What shares a range of values. */
export type Scale = "tile" | "layer" | "zero";

/** How values become colours. */
export type ColourMap = "grey" | "viridis" | "signed";

// The names in the address; the state's own where they are alike.
const TEXTS = ["image", "stage", "sort", "scale", "map", "size", "layout"] as const;

/** Writes the state for an address: the pair, and whatever differs from the page's own start. */
export function formatState(state: ViewState, start: ViewState): URLSearchParams {
  const params = new URLSearchParams({ k: String(state.k) });
  for (const name of TEXTS) {
    if (state[name] !== start[name]) params.set(name, state[name]);
  }
  if (state.reversed !== start.reversed) params.set("reverse", state.reversed ? "1" : "0");
  if (state.classes.length > 0) params.set("class", state.classes.join("."));
  if (state.query !== "") params.set("q", state.query);
  return params;
}

/** What values a page has to offer, by the names of the address. */
export type Choices = Readonly<Record<typeof TEXTS[number] | "class", readonly string[]>>;

/** Reads a state from an address; what the page does not have stays as it starts. */
export function parseViewState(
  params: URLSearchParams,
  start: ViewState,
  { pairs, choices }: { readonly pairs: number; readonly choices: Choices },
): ViewState {
  const texts = Object.fromEntries(TEXTS.map((name) => {
    const text = params.get(name);
    return [name, text !== null && choices[name].includes(text) ? text : start[name]];
  }));
  const k = /^\d+$/.test(params.get("k") ?? "") ? Number(params.get("k")) : start.k;
  const classes = (params.get("class") ?? "").split(".");
  return {
    ...start,
    ...texts,
    k: k < pairs ? k : start.k,
    reversed: params.has("reverse") ? params.get("reverse") === "1" : start.reversed,
    classes: choices.class.filter((each) => classes.includes(each)),
    query: params.get("q") ?? start.query,
  };
}
