import type { ImageChannels } from "../analysis/kernel/pixel_space.ts";
import type { Preprocess } from "../config/preprocess/preprocess.ts";

/** Describes the three colours of a photo as kernels read them; null where these are no colours. */
export function describeColours(
  { channels, std }: Pick<Preprocess, "channels" | "std">,
  count: number,
): ImageChannels | null {
  const colours = channels === "RGB" || channels === "BGR";
  return colours && count === 3 ? { channels, std } : null;
}
