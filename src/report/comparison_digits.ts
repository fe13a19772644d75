import type { Digits } from "./json.ts";

// An error of 17.32 % is told as 17 %; cosines are told apart by what they lack of 1.
const FOUR = 4;
const SIX = 6;

/** How many significant digits the numbers of a comparison have. */
export const COMPARISON_DIGITS: Digits = {
  errors: FOUR,
  moved: FOUR,
  cosine: SIX,
  medianError: FOUR,
  lowError: FOUR,
  highError: FOUR,
  worstError: FOUR,
  medianSnr: FOUR,
  worstSnr: FOUR,
  medianMoved: FOUR,
  lowMoved: FOUR,
  highMoved: FOUR,
  mostMoved: FOUR,
  medianCosine: SIX,
};
