import {
  type HeldMeasure,
  KERNEL_MEASURES,
  type KernelMeasure,
  keyRelation,
  type Rule,
} from "./rule.ts";

/** What a rule comes to: how kernel measures go with how much of the maps is photo. */
export type RuleReading =
  | { readonly kind: "none" }
  | { readonly kind: "few"; readonly lead: Found }
  | { readonly kind: "unclear"; readonly lead: Found }
  | ClearReading;

/** A measure that clearly goes with the photo share, and what stands beside it. */
export interface ClearReading {
  readonly kind: "clear";
  readonly lead: Found;
  /** What is left of it with DC gain held fixed; null where it is DC gain or chroma. */
  readonly control: Rest | null;
  /** The strongest of the others where it is as strong; null where none is. */
  readonly peer: Found | null;
  /** Chroma, or DC gain where chroma leads; null where it has no value. */
  readonly rival: Rival | null;
}

/** A correlation of a kernel measure with the photo share. */
export interface Found {
  readonly kernel: KernelMeasure;
  readonly value: number;
  readonly p: number;
  /** How many kernels it comes from. */
  readonly n: number;
}

/** What is left of a correlation with another measure held fixed. */
export interface Rest {
  readonly held: HeldMeasure;
  readonly value: number;
  readonly kind: "gone" | "hardly" | "unclear" | "turned" | "as much" | "less";
}

/** The measure that may stand behind the first. */
export interface Rival extends Found {
  readonly clear: boolean;
  /** Null where it is not clear, or not known. */
  readonly rest: Rest | null;
}

// With fewer, chance alone gives strong correlations.
const FEWEST_KERNELS = 8;

// A weaker correlation explains less than a tenth of the order.
const WEAK = 0.3;

// The strongest of ten measures is picked: of ten in a thousand, one in a hundred.
const SMALL_P = 0.001;

/** Reads what a rule comes to. */
export function readRule(rule: Rule): RuleReading {
  const lead = findLead(rule);
  if (lead === null) return { kind: "none" };
  if (lead.n < FEWEST_KERNELS) return { kind: "few", lead };
  if (!isClear(lead)) return { kind: "unclear", lead };
  const control = findControl(rule, lead);
  return { kind: "clear", lead, control, peer: findPeer(rule, lead), rival: findRival(rule, lead) };
}

// Two correlations that are closer are as good as equal.
const CLOSE = 0.1;

// The strongest one; DC gain where it is as good, as the others are compared with it held fixed.
function findLead(rule: Rule): Found | null {
  const [strongest = null] = findAll(rule);
  const dcGain = find(rule, "dcGain");
  if (strongest === null || dcGain === null) return strongest;
  return isClear(dcGain) && isAsStrong(dcGain, strongest) ? dcGain : strongest;
}

function isAsStrong(one: { readonly value: number }, other: { readonly value: number }): boolean {
  return Math.abs(one.value) > Math.abs(other.value) - CLOSE;
}

function findAll(rule: Rule): Found[] {
  const found = KERNEL_MEASURES.map((kernel) => find(rule, kernel)).filter((each) => each !== null);
  return found.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

function find(rule: Rule, kernel: KernelMeasure, held: HeldMeasure | null = null): Found | null {
  const key = keyRelation(kernel, "keepsPicture", held);
  const value = (held === null ? rule.spearman : rule.partial)[key];
  if (value === undefined) return null;
  return { kernel, value, p: rule.p[key]!, n: rule.pairs[key] ?? rule.n };
}

function isClear({ value, p }: Found): boolean {
  return Math.abs(value) >= WEAK && p <= SMALL_P;
}

// What is left of the lead itself; DC gain and chroma are told apart by their rival.
function findControl(rule: Rule, lead: Found): Rest | null {
  return lead.kernel === "dcGain" || lead.kernel === "chroma"
    ? null
    : findRest(rule, lead, "dcGain");
}

// Colour and its gain have their own words.
function findPeer(rule: Rule, lead: Found): Found | null {
  const told: readonly KernelMeasure[] = [lead.kernel, "dcGain", "chroma", "lumaGain"];
  const peer = findAll(rule).find(({ kernel }) => !told.includes(kernel));
  return peer !== undefined && isClear(peer) && isAsStrong(peer, lead) ? peer : null;
}

// Whether colour goes with it beside DC gain, or DC gain beside colour.
function findRival(rule: Rule, lead: Found): Rival | null {
  const [kernel, held] = lead.kernel === "chroma"
    ? ["dcGain", "chroma"] as const
    : ["chroma", "dcGain"] as const;
  const rival = find(rule, kernel);
  if (rival === null) return null;
  const clear = isClear(rival);
  return { ...rival, clear, rest: clear ? findRest(rule, rival, held) : null };
}

function findRest(rule: Rule, found: Found, held: HeldMeasure): Rest | null {
  const rest = find(rule, found.kernel, held);
  return rest && { held, value: rest.value, kind: compareRest(found, rest) };
}

// Less is next to nothing.
const GONE = 0.2;

// What a comparison that nobody picked may come to by chance.
const CHANCE_P = 0.05;

function compareRest(whole: Found, rest: Found): Rest["kind"] {
  if (Math.abs(rest.value) < GONE) return rest.p > CHANCE_P ? "gone" : "hardly";
  if (rest.p > CHANCE_P) return "unclear";
  if (rest.value * whole.value < 0) return "turned";
  return isAsStrong(rest, whole) ? "as much" : "less";
}
