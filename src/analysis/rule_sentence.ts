import { type HeldMeasure, type KernelMeasure, keyRelation, type Rule } from "./rule.ts";

// With fewer, chance alone gives strong correlations.
const FEWEST_KERNELS = 8;

// A weaker correlation explains less than a tenth of the order.
const WEAK = 0.3;

// The strongest of ten measures is picked: of ten in a thousand, one in a hundred.
const SMALL_P = 0.001;

/**
 * Says in one sentence which kernel measure goes with how much of the picture the maps of a layer
 * keep, and what is left of that with another measure held fixed.
 */
export function describeRule(rule: Rule): string {
  const lead = findLead(rule);
  if (lead === null) return `No kernel measure could be compared with ${PICTURE_KEPT}.`;
  const kernels = countKernels(lead.n, rule.n);
  if (lead.n < FEWEST_KERNELS) {
    return `Too few kernels to tell what goes with ${PICTURE_KEPT}: ${kernels}.`;
  }
  const numbers = `(Spearman ${formatCorrelation(lead.value)}, p ${formatP(lead.p)})`;
  if (!isClear(lead)) {
    return `Over ${kernels}, no kernel measure clearly goes with ${PICTURE_KEPT}; ` +
      `the nearest is ${NAMES[lead.kernel]} ${numbers}.`;
  }
  const found = `Over ${kernels}, ${PICTURE_KEPT} ${tellWay(lead.value)} ${NAMES[lead.kernel]}`;
  const more = [tellControl(rule, lead), tellPeer(rule, lead), tellRival(rule, lead)];
  return `${found} ${numbers}${more.join("")}.`;
}

const PICTURE_KEPT = "how much of the picture a map keeps";

const NAMES: Readonly<Record<KernelMeasure, string>> = {
  norm: "the norm",
  dcGain: "DC gain",
  lumaGain: "luma gain",
  chroma: "chroma",
  centroid: "the spectral centroid",
  coherence: "coherence",
  bandwidth: "bandwidth",
  separability: "separability",
  sparsity: "sparsity",
  symmetry: "symmetry",
};

/** A correlation of a kernel measure with the picture kept. */
interface Found {
  readonly kernel: KernelMeasure;
  readonly value: number;
  readonly p: number;
  /** How many kernels it comes from. */
  readonly n: number;
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

function isAsStrong(one: Found, other: Found): boolean {
  return Math.abs(one.value) > Math.abs(other.value) - CLOSE;
}

function findAll(rule: Rule): Found[] {
  const names = Object.keys(NAMES) as KernelMeasure[];
  const found = names.map((kernel) => find(rule, kernel)).filter((each) => each !== null);
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

function tellWay(value: number): string {
  return value < 0 ? "goes against" : "goes with";
}

// What is left of the lead itself; DC gain and chroma are told apart by their rival.
function tellControl(rule: Rule, lead: Found): string {
  if (lead.kernel === "dcGain" || lead.kernel === "chroma") return "";
  const words = tellHeld(rule, lead, "dcGain");
  return words && `, ${words}`;
}

// The strongest of the others where it is as strong; colour and its gain have their own words.
function tellPeer(rule: Rule, lead: Found): string {
  const told: readonly KernelMeasure[] = [lead.kernel, "dcGain", "chroma", "lumaGain"];
  const peer = findAll(rule).find(({ kernel }) => !told.includes(kernel));
  if (peer === undefined || !isClear(peer) || !isAsStrong(peer, lead)) return "";
  const way = peer.value < 0 ? "against" : "with";
  return `, and as closely ${way} ${NAMES[peer.kernel]} (${formatCorrelation(peer.value)})`;
}

// Whether colour goes with it beside DC gain, or DC gain beside colour.
function tellRival(rule: Rule, lead: Found): string {
  const [kernel, held] = lead.kernel === "chroma"
    ? ["dcGain", "chroma"] as const
    : ["chroma", "dcGain"] as const;
  const rival = find(rule, kernel);
  if (rival === null) return "";
  const value = `(${formatCorrelation(rival.value)})`;
  if (!isClear(rival)) return `; ${NAMES[kernel]} does not clearly go with it ${value}`;
  const too = rival.value * lead.value > 0 ? " too" : "";
  const words = tellHeld(rule, rival, held);
  return `; it ${tellWay(rival.value)} ${NAMES[kernel]}${too} ${value}${words && `, ${words}`}`;
}

function tellHeld(rule: Rule, found: Found, held: HeldMeasure): string {
  const rest = find(rule, found.kernel, held);
  if (rest === null) return "";
  const value = formatCorrelation(rest.value);
  return `${compareRest(found, rest)} once ${NAMES[held]} is held fixed (${value})`;
}

// Less is next to nothing.
const GONE = 0.2;

// What a comparison that nobody picked may come to by chance.
const CHANCE_P = 0.05;

function compareRest(whole: Found, rest: Found): string {
  if (Math.abs(rest.value) < GONE) return rest.p > CHANCE_P ? "but not" : "but hardly";
  if (rest.p > CHANCE_P) return "but not clearly";
  if (rest.value * whole.value < 0) return "but the other way";
  return isAsStrong(rest, whole) ? "and as much" : "though less";
}

function countKernels(n: number, all: number): string {
  const noun = all === 1 ? "kernel" : "kernels";
  return n === all ? `${n} ${noun}` : `${n} of ${all} ${noun}`;
}

function formatCorrelation(value: number): string {
  return value.toFixed(2).replace(/^-0\.00$/, "0.00").replace("-", "−");
}

function formatP(p: number): string {
  return String(Number(p.toPrecision(p < 0.001 ? 1 : 2)));
}
