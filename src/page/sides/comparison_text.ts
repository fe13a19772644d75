import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "./compare_results.ts";

const DECIMALS = [4, 5, 6, 7]; // a float32 has no more

/** Formats a cosine with four decimals, and with more where it would look like 1 and is sure. */
export function formatCosine(value: number, error = 0): string {
  const texts = DECIMALS.slice(0, error === 0 ? DECIMALS.length : 1).map((decimals) =>
    value.toFixed(decimals)
  );
  const text = texts.find((each) => Math.abs(Number(each)) !== 1) ?? texts[0]!;
  return text.replace(/^-(0\.0000)$/, "$1").replace("-", "−");
}

/** Names both sides: by their models, or by their letters where the model is one. */
export function nameSides(
  sides: Results["sides"],
  { compare }: ComparePageWords,
): readonly [string, string] {
  const [a, b] = sides.map(({ data }) => data.model.name) as [string, string];
  return a === b ? [compare.a, compare.b] : [a, b];
}
