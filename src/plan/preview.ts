import type { Plan } from "./plan.ts";

/** The picture that stands for the page of a layer where its link is shown, in the layer's folder. */
export const PREVIEW_FILE = "preview.png";

/** Tells whether layers have such a picture made of a photo: the first, where the report is published. */
export function isPreviewed({ site, photos }: Plan, photo: Plan["photos"][number]): boolean {
  return site !== null && photos[0] === photo;
}
