import type { AnyReason, Tell } from "./tell.ts";

/** Writes how many million operations a work is. */
export function countMillions(work: number): string {
  return String(Math.round(work / 1e6));
}

/** Why it is not known what kernels are tuned to. */
export const TUNING_REASONS = {
  "tuning-not-asked-for": (): string => "this report was made without gratings",
  "tuning-misfit": (
    { gives, takes }: { readonly gives: number; readonly takes: number },
  ): string => `gratings have ${gives} channels, as photos have, and the input takes ${takes}`,
  "tuning-too-dear": ({ work, most }: { readonly work: number; readonly most: number }): string =>
    `a grating would take ${countMillions(work)} million multiplications, at most ` +
    `${countMillions(most)} million are spent on each, and the model takes no smaller ones`,
  "tuning-no-plane": (): string => "its maps have other than a height and a width",
  "tuning-fails": ({ reason }: { readonly reason: AnyReason }, tell: Tell): string =>
    `the model does not run on gratings: ${tell(reason)}`,
};
