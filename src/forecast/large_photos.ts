import type { Plan, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import { formatBytes } from "../reason/byte_size.ts";
import { visible } from "../config/problem/visible.ts";
import { MOST_CAPTURED } from "./captured.ts";
import type { FindSizes, PhotoSizes } from "./map_sizes.ts";

// Strides divide such sides in most networks.
const STEP = 32;

/** A photo that is too large as it is, and what comes of it. */
interface LargePhoto extends PhotoSizes {
  readonly photo: PlannedPhoto;
}

/** Lists in words the photos that are too large for models which take any size, a model a line. */
export function listLargePhotos({ models, photos }: Plan, findSizes: FindSizes): string[] {
  return models.filter(takesOwnSize).flatMap((model) => {
    const large = photos.flatMap((photo): LargePhoto[] => {
      const sizes = findSizes(model, photo);
      const fits = sizes === null || sizes.captured <= MOST_CAPTURED;
      return fits || photo.dims !== null ? [] : [{ ...sizes, photo }];
    });
    return large.length === 0 ? [] : [tellLarge(model, large)];
  });
}

function takesOwnSize({ preprocess: { recipe } }: PlannedModel): boolean {
  return recipe.resize === null && recipe.crop === null;
}

function tellLarge({ name }: PlannedModel, large: readonly LargePhoto[]): string {
  const [largest] = large.toSorted((a, b) => b.captured - a.captured) as [LargePhoto];
  const { photo, seen, captured } = largest;
  const others = large.length === 1 ? "" : ` (and ${large.length - 1} more)`;
  return `"${visible(photo.name)}"${others} would be run in its own size, ${seen.width} x ` +
    `${seen.height} pixels: the maps of "${visible(name)}" would take about ` +
    `${formatBytes(captured)} of memory, at most ${formatBytes(MOST_CAPTURED)} is taken, ` +
    "and larger layers are left out; " +
    `write "resize": {"shortestEdge": ${fitEdge(largest)}} in its "preprocess"`;
}

// Maps grow with the area of the photo.
function fitEdge({ seen, captured }: LargePhoto): number {
  const edge = Math.min(seen.width, seen.height) * Math.sqrt(MOST_CAPTURED / captured);
  return Math.max(STEP, STEP * Math.floor(edge / STEP));
}
