import { quantileSorted } from "../../tensor/d3_array.ts";
import { formatCount } from "../../site/format.ts";
import type { CosineTally } from "../../words/en/compare_words.ts";
import type { Comparison } from "./comparison.ts";
import { create, createSvg } from "../shell/dom.ts";
import { formatExact } from "../probe/exact.ts";

const WIDTH = 440;
const HEIGHT = 34;
const MARGIN = 8;
const TICKS = 18; // pixels high
const LEAST = 1e-6; // how short an axis may be

const DECIMALS = [4, 5, 6, 7]; // a float32 has no more

/** Formats a cosine with four decimals, and with more where it would look like 1. */
export function formatCosine(value: number): string {
  const texts = DECIMALS.map((decimals) => value.toFixed(decimals));
  const text = texts.find((each) => Math.abs(Number(each)) !== 1) ?? texts[0]!;
  return text.replace(/^-(0\.0000)$/, "$1").replace("-", "−");
}

/** Tells what the cosines come to; null where there are none. */
export function tallyCosines(found: readonly (Comparison | null)[]): CosineTally | null {
  const known = listCosines(found).toSorted((one, other) => one.cosine - other.cosine);
  const [least] = known;
  if (!least) return null;
  return {
    count: formatCount(known.length),
    least: formatCosine(least.cosine),
    at: String(least.k),
    median: formatCosine(quantileSorted(known, 0.5, ({ cosine }) => cosine)!),
  };
}

/** Draws every cosine as a tick, that of pair k thick; `choose` takes the pair of a tick. */
export function drawStrip(
  found: readonly (Comparison | null)[],
  { title, tally, k, choose }: {
    readonly title: string;
    readonly tally: string;
    readonly k: number;
    readonly choose: (k: number) => void;
  },
): HTMLElement {
  const known = listCosines(found);
  const least = known.reduce((low, { cosine }) => Math.min(low, cosine), 1);
  const low = Math.max(-1, 1 - roundUp(1 - least));
  const place = (cosine: number): number =>
    MARGIN + (cosine - low) / (1 - low) * (WIDTH - 2 * MARGIN);
  const ticks = known.map(({ cosine }) => `M${place(cosine).toFixed(1)} 0V${TICKS}`).join("");
  const chosen = found[k]?.cosine ?? null;
  const text = (at: number, anchor: string): SVGElement =>
    createSvg(
      "text",
      { x: place(at), y: HEIGHT - 3, "text-anchor": anchor },
      document.createTextNode(formatExact(at)),
    );
  const svg = createSvg(
    "svg",
    { class: "cosines", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": tally },
    createSvg("path", { class: "ticks", d: ticks }),
    createSvg("path", { class: "axis", d: `M${MARGIN} ${TICKS + 1}H${WIDTH - MARGIN}` }),
    ...chosen === null
      ? []
      : [createSvg("path", { class: "current", d: `M${place(chosen)} 0V${TICKS + 2}` })],
    text(low, "start"),
    text(1, "end"),
  );
  svg.addEventListener("click", ({ clientX }) => {
    const { left, width } = svg.getBoundingClientRect();
    const at = (clientX - left) / width * WIDTH;
    const far = (cosine: number): number => Math.abs(place(cosine) - at);
    const [first, ...others] = known;
    if (!first) return;
    choose(
      others.reduce((best, each) => far(each.cosine) < far(best.cosine) ? each : best, first).k,
    );
  });
  return create(
    "figure",
    {},
    create("figcaption", {}, title),
    svg,
    create("p", { class: "cap" }, tally),
  );
}

function listCosines(
  found: readonly (Comparison | null)[],
): readonly { readonly k: number; readonly cosine: number }[] {
  return found.flatMap((comparison, k) => {
    const cosine = comparison?.cosine ?? null;
    return cosine === null ? [] : [{ k, cosine }];
  });
}

// To one digit: an axis from 0.999 to 1 tells apart what one from 0 would not.
function roundUp(distance: number): number {
  if (distance < LEAST) return LEAST;
  const unit = 10 ** Math.floor(Math.log10(distance));
  return Math.ceil(distance / unit - 1e-9) * unit;
}
