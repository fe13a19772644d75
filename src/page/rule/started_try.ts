import type { ViewState } from "../tile/view_state.ts";

const ALL = { reversed: false, query: "", classes: [], families: [] } as const;

/** Finds what changes when a reader starts to try something, goes on, or closes it. */
export function startTry(name: string, { try: tried, sort }: ViewState): Partial<ViewState> {
  switch (name) {
    case "guess":
      return { ...ALL, try: "guess", sort: "index" };
    case "again":
      return { ...ALL, try: "guess", sort: "index", guess: "" };
    case "sort":
      return { ...ALL, try: "sort", sort: "keepsPicture", guess: "" };
    case "":
      return { try: "", guess: "", sort: tried === "sort" ? "index" : sort };
    default:
      return { try: name };
  }
}
