/**
 * Encodes a path for an attribute or a CSS `url("…")`, segment by segment. What
 * `encodeURIComponent` leaves but CSS or HTML could read is encoded too.
 */
export function encodePath(...parts: readonly string[]): string {
  return parts.flatMap((part) => part.split("/")).map(encodeSegment).join("/");
}

// A path of `..` climbs and has to stay as it is; ids never are `..`.
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What the address of a layer's page says; what it leaves out is as the page starts. */
export interface LayerAddress {
  readonly k?: number;
  readonly image?: string;
  readonly stage?: string;
  /** How the kernels are shown. */
  readonly kernels?: string;
  readonly sort?: string;
  readonly scale?: string;
  readonly map?: string;
  readonly size?: string;
  readonly layout?: string;
  /** Whether the order is turned round, as `1` or `0`. */
  readonly reverse?: string;
  /** Classes, with points between them. */
  readonly class?: string;
  /** Numbers of families, with points between them. */
  readonly family?: string;
  /** What is searched for. */
  readonly q?: string;
  /** What of the exercise is shown, and what was guessed there. */
  readonly try?: string;
  readonly guess?: string;
}

/** What the address of the page that compares says; what it leaves out is chosen as at first. */
export interface CompareAddress {
  /** The layers, each `<model>/<layer>`, and the ids of their photos. */
  readonly a?: string;
  readonly ai?: string;
  readonly b?: string;
  readonly bi?: string;
  readonly k?: number;
  readonly of?: string;
  readonly stage?: string;
  readonly kernels?: string;
  readonly show?: string;
  readonly scale?: string;
  readonly sort?: string;
}

/** What the address of the page that compares says where it shows the layers of two models. */
export interface RankingAddress {
  /** What layers are sorted by. */
  readonly by?: string;
  /** Whether the order is turned round, as `1`. */
  readonly reverse?: string;
  /** In which unit the chart tells errors. */
  readonly unit?: string;
}

/** What the address of a model's page says; what it leaves out is as the page starts. */
export interface AtlasAddress {
  /** The rows that are shown, with points between them. */
  readonly rows?: string;
  readonly sort?: string;
  /** Whether the order is turned round, as `1`. */
  readonly reverse?: string;
  readonly q?: string;
}

/** What the address of a page says. */
type PageAddress = LayerAddress | CompareAddress | RankingAddress | AtlasAddress;

/** Formats what an address says, in the order in which it is given. */
export function formatParams<Said extends PageAddress>(
  said: Said,
): URLSearchParams {
  const known = Object.entries(said).filter(([, value]) => value !== undefined);
  return new URLSearchParams(known.map(([name, value]) => [name, String(value)]));
}

/** Parses the index of a pair; null where an address names none. */
export function parseIndex(params: URLSearchParams): number | null {
  const text = params.get("k") ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Parses one of a few words; null where an address says another, or nothing. */
export function parseChoice<Choice extends string>(
  params: URLSearchParams,
  name: keyof LayerAddress | keyof CompareAddress | keyof RankingAddress,
  known: readonly Choice[],
): Choice | null {
  return known.find((choice) => choice === params.get(name)) ?? null;
}
