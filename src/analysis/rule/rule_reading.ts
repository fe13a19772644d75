import {
  type HeldMeasure,
  KERNEL_MEASURES,
  type KernelMeasure,
  keyRelation,
  type Need,
  NEEDS,
  type Rule,
} from "./rule.ts";

/** What is asked of a layer: which maps look like the photo, need its colours, need its detail. */
export type Question = "keepsPicture" | Need;

/** The questions, in the order of pages. */
export const QUESTIONS: readonly Question[] = ["keepsPicture", ...NEEDS];

/** What a rule comes to: how kernel measures go with what is asked, such as how much of the maps is photo. */
export type RuleReading =
  | { readonly kind: "none" }
  | { readonly kind: "few"; readonly lead: Found }
  | { readonly kind: "unclear"; readonly lead: Found }
  | ClearReading;

/** A measure that clearly goes with what is asked, and what stands beside it. */
export interface ClearReading {
  readonly kind: "clear";
  readonly lead: Found;
  /** What is left of it with DC gain held fixed; null where it is DC gain or chroma. */
  readonly control: Rest | null;
  /** The strongest of the others where it is as strong; null where none is. */
  readonly peer: Found | null;
  /** Of the photo share, chroma, or DC gain where chroma leads; null where it has no value. */
  readonly rival: Rival | null;
}

/** A correlation of a kernel measure with what is asked. */
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

/** How strong a correlation is told: a weaker one explains less than a tenth of the order. */
export const WEAK = 0.3;

// The strongest of ten measures is picked: of ten in a thousand, one in a hundred. Of what maps need
// two more questions are asked, each also of kernels composed, of which the stronger is told.
const SMALL_P: Readonly<Record<Question, number>> = {
  keepsPicture: 0.001,
  colourDependence: 0.00025,
  detailDependence: 0.00025,
};

/** Reads what a rule comes to, by default for how much of the maps is photo. */
export function readRule(rule: Rule, question: Question = "keepsPicture"): RuleReading {
  const asked = { rule, question };
  const lead = findLead(asked);
  if (lead === null) return { kind: "none" };
  if (lead.n < FEWEST_KERNELS) return { kind: "few", lead };
  if (!isClearlyRelated(lead, question)) return { kind: "unclear", lead };
  const told = question === "keepsPicture";
  return {
    kind: "clear",
    lead,
    control: told ? findControl(asked, lead) : null,
    peer: findPeer(asked, lead),
    rival: told ? findRival(asked, lead) : null,
  };
}

/** Whether a correlation with how much of the maps is photo is no chance, but too weak to be told. */
export function isWeak({ value, p }: Pick<Found, "value" | "p">): boolean {
  return Math.abs(value) < WEAK && p <= SMALL_P.keepsPicture;
}

/** A rule, and what is asked of it. */
interface Asked {
  readonly rule: Rule;
  readonly question: Question;
}

/** A correlation of what maps need with how much of them is photo. */
export interface FoundNeed extends Omit<Found, "kernel"> {
  readonly need: Need;
}

/** Reads which need clearly goes with how much of the maps is photo; null where none does. */
export function readNeed(rule: Rule): FoundNeed | null {
  const clear = NEEDS.flatMap((need): FoundNeed[] => {
    const key = keyRelation(need, "keepsPicture");
    const value = rule.spearman[key];
    if (value === undefined) return [];
    const found = { need, value, p: rule.p[key]!, n: rule.pairs[key] ?? rule.n };
    return found.n >= FEWEST_KERNELS && isClearlyRelated(found, "keepsPicture") ? [found] : [];
  });
  const [strongest = null] = clear.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return strongest;
}

// Two correlations that are closer are as good as equal.
const CLOSE = 0.1;

// What each question is first about: the others are compared with DC gain held fixed.
const FIRST: Readonly<Record<Question, KernelMeasure>> = {
  keepsPicture: "dcGain",
  colourDependence: "chroma",
  detailDependence: "centroid",
};

// The strongest one; the first where it is as good.
function findLead(asked: Asked): Found | null {
  const { question } = asked;
  const [strongest = null] = findAll(asked);
  const first = find(asked, FIRST[question]);
  if (strongest === null || first === null) return strongest;
  return isClearlyRelated(first, question) && isAsStrong(first, strongest) ? first : strongest;
}

function isAsStrong(one: { readonly value: number }, other: { readonly value: number }): boolean {
  return Math.abs(one.value) > Math.abs(other.value) - CLOSE;
}

function findAll(asked: Asked): Found[] {
  const found = KERNEL_MEASURES.map((kernel) => find(asked, kernel)).filter((each) =>
    each !== null
  );
  return found.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

function find(
  { rule, question }: Asked,
  kernel: KernelMeasure,
  held: HeldMeasure | null = null,
): Found | null {
  const key = keyRelation(kernel, question, held);
  const value = (held === null ? rule.spearman : rule.partial)[key];
  if (value === undefined) return null;
  return { kernel, value, p: rule.p[key]!, n: rule.pairs[key] ?? rule.n };
}

/** Whether a correlation with what is asked is strong enough to be told, and no chance. */
export function isClearlyRelated(
  { value, p }: Pick<Found, "value" | "p">,
  question: Question,
): boolean {
  return Math.abs(value) >= WEAK && p <= SMALL_P[question];
}

// What is left of the lead itself; DC gain and chroma are told apart by their rival.
function findControl(asked: Asked, lead: Found): Rest | null {
  return lead.kernel === "dcGain" || lead.kernel === "chroma"
    ? null
    : findRest(asked, lead, "dcGain");
}

// Colour and its gain have their own words.
function findPeer(asked: Asked, lead: Found): Found | null {
  const told: readonly KernelMeasure[] = [lead.kernel, "dcGain", "chroma", "lumaGain"];
  const peer = findAll(asked).find(({ kernel }) => !told.includes(kernel));
  return peer !== undefined && isClearlyRelated(peer, asked.question) && isAsStrong(peer, lead)
    ? peer
    : null;
}

// Whether colour goes with it beside DC gain, or DC gain beside colour.
function findRival(asked: Asked, lead: Found): Rival | null {
  const [kernel, held] = lead.kernel === "chroma"
    ? ["dcGain", "chroma"] as const
    : ["chroma", "dcGain"] as const;
  const rival = find(asked, kernel);
  if (rival === null) return null;
  const clear = isClearlyRelated(rival, asked.question);
  return { ...rival, clear, rest: clear ? findRest(asked, rival, held) : null };
}

function findRest(asked: Asked, found: Found, held: HeldMeasure): Rest | null {
  const rest = find(asked, found.kernel, held);
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
