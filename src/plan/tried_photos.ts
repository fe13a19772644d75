import type { Plan, PlannedPhoto } from "./plan.ts";

/** On how many photos trials are run at most: each costs as many runs as there are trials. */
export const MOST_TRIED = 8;

/** Chooses the photos that trials are run on: evenly among all of them; arrays are fed as they are. */
export function chooseTried(
  { experiments, photos }: Pick<Plan, "experiments" | "photos">,
): readonly PlannedPhoto[] {
  if (!experiments) return [];
  const open = photos.filter(({ dims }) => dims === null);
  const count = Math.min(MOST_TRIED, open.length);
  return Array.from(
    { length: count },
    (_, i) => open[Math.floor((i + 0.5) * open.length / count)]!,
  );
}
