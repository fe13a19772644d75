import { type AtlasAddress, formatParams } from "../../site/address.ts";

/** What the page of a network shows of its layers: what stands in its address. */
export interface AtlasState {
  /** The rows that are shown; null for all. */
  readonly rows: readonly string[] | null;
  /** What the table is sorted by. */
  readonly sort: string;
  readonly reversed: boolean;
  /** What is searched for. */
  readonly query: string;
}

/** What can be chosen. */
export interface AtlasChoices {
  readonly rows: readonly string[];
  readonly sorts: readonly string[];
}

// What the table is sorted by at first: the places of the layers in the graph.
const FIRST_SORT = "place";

/** Writes the state for an address, without what is as at first. */
export function formatAtlas({ rows, sort, reversed, query }: AtlasState): URLSearchParams {
  const said: AtlasAddress = {
    ...rows === null ? {} : { rows: rows.join(".") },
    ...sort === FIRST_SORT ? {} : { sort },
    ...reversed ? { reverse: "1" } : {},
    ...query === "" ? {} : { q: query },
  };
  return formatParams(said);
}

/** Reads a state from an address; what the page does not have is left out. */
export function parseAtlas(params: URLSearchParams, choices: AtlasChoices): AtlasState {
  const named = params.get("rows")?.split(".") ?? null;
  const rows = named && choices.rows.filter((row) => named.includes(row));
  const sort = params.get("sort") ?? "";
  return {
    rows: rows?.length === choices.rows.length ? null : rows,
    sort: choices.sorts.includes(sort) ? sort : FIRST_SORT,
    reversed: params.get("reverse") === "1",
    query: params.get("q") ?? "",
  };
}
