import type { Plan } from "../plan/plan.ts";
import type { KeptEvents } from "../report/finding.ts";
import { joinBytes } from "../tensor/joined_bytes.ts";
import type { Visit } from "./visit.ts";

/** Takes records of TensorBoard's events out of memory until they are written; null where none are. */
export function keepEvents(
  events: readonly Uint8Array[],
  { effects: { output } }: Pick<Visit, "effects">,
): KeptEvents {
  return events.length === 0 ? null : output.setAside(joinBytes(events));
}

/** Finds the step of TensorBoard that a photo is; what is of none or of all stands at the first. */
export function findBoardStep(photo: string | null, { photos }: Pick<Plan, "photos">): number {
  return photo === null ? 0 : photos.findIndex(({ id }) => id === photo);
}
