import { coarsenMaps } from "../analysis/family/coarse_maps.ts";
import { measureMaps } from "../analysis/map/map_measures.ts";
import type { PhotoPlanes } from "../analysis/map/photo_planes.ts";
import type { BoardPlace } from "../board/event.ts";
import type { Job, Tools } from "../effects.ts";
import type { FoundMaps, MapsFinding } from "../report/finding.ts";
import { encodeNpy } from "../tensor/npy/npy.ts";
import { isRectified } from "../tensor/rectify.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Circuit, traceCircuit } from "./circuit.ts";
import type { Drawn } from "./drawing.ts";
import { findPeaks, type LayerMaps, type PeaksFinding } from "./peaks.ts";
import { drawPreview, type Preview } from "./preview.ts";
import { drawTiled, type TiledDrawing } from "./pictures_job.ts";
import { encodeSpread } from "./spread.ts";
import { type MadeValues, makeValueFiles, type PlannedValues } from "./value_files.ts";

/** The maps of a layer on one photo, and what is made of them. */
export interface MapsInput extends LayerMaps {
  /** What they are compared with; null where they do not show the photo as it lies. */
  readonly planes: PhotoPlanes | null;
  /** What shares are computed from, beside the maps; null where there are none. */
  readonly circuit: Circuit | null;
  /** How many cells a side they are averaged to, to be compared over all photos; null where they are not. */
  readonly coarse: number | null;
  readonly drawings: readonly TiledDrawing[];
  /** How their numbers are kept; null where they are not. */
  readonly values: { readonly maps: PlannedValues; readonly activated: PlannedValues } | null;
  /** The .npy files, and what they hold. */
  readonly arrays: readonly ArrayFile[];
  /** The picture that stands for the page of the layer; null where that has none of this photo. */
  readonly preview: Preview | null;
  /** Where TensorBoard shows how they are spread; null where it does not. */
  readonly spread: { readonly maps: BoardPlace; readonly activated: BoardPlace } | null;
}

/** A tensor that is written as a file. */
export interface ArrayFile {
  /** Relative to the report's folder. */
  readonly path: string;
  readonly tensor: Tensor;
}

/** What was made of the maps of a layer on one photo. */
export interface MapsOutput
  extends Drawn, FoundMaps, PeaksFinding, Pick<MapsFinding, "values" | "activatedValues"> {
  /** The maps behind what follows them, averaged to few cells: [channels, cells]. */
  readonly coarse: Tensor | null;
}

/** Draws and measures the maps of a layer on one photo. */
export const mapsJob: Job<MapsInput, MapsOutput> = { name: "maps", work: workMaps };

async function workMaps(input: MapsInput, tools: Tools): Promise<MapsOutput> {
  const { maps, activated, planes, coarse } = input;
  const drawn = await drawTiled(input.drawings, tools);
  const arrays = input.arrays.map(({ path, tensor }) => ({ path, bytes: encodeNpy(tensor) }));
  const { own, behind } = makeNumbers(input);
  const preview = input.preview && await drawPreview(input.preview, maps, tools);
  const measured = {
    measures: measureMaps(maps, planes),
    activated: activated && measureMaps(activated, planes),
  };
  return {
    ...measured,
    ...findPeaks(input, measured),
    coarse: coarse === null ? null : coarsenMaps(activated ?? maps, coarse),
    values: own?.values ?? null,
    activatedValues: behind?.values ?? null,
    circuit: input.circuit && await traceCircuit(input.circuit, maps, tools.runtime),
    files: [
      ...drawn.files,
      ...preview === null ? [] : [preview],
      ...arrays,
      ...own?.files ?? [],
      ...behind?.files ?? [],
    ],
    events: [...drawn.events, ...encodeSpreads(input)],
  };
}

function encodeSpreads({ maps, activated, spread }: MapsInput): Uint8Array[] {
  if (spread === null) return [];
  const behind = activated === null ? [] : encodeSpread(spread.activated, activated);
  return [...encodeSpread(spread.maps, maps), ...behind];
}

/** The numbers of maps, and of what is behind what follows them. */
interface MadeNumbers {
  readonly own: MadeValues | null;
  readonly behind: MadeValues | null;
}

function makeNumbers({ maps, activated, values }: MapsInput): MadeNumbers {
  if (values === null) return { own: null, behind: null };
  // What is max(0, x) of the convolution's own output is told by that.
  const told = activated === null || isRectified(activated.data, maps.data);
  return {
    own: makeValueFiles({ ...values.maps, rectified: told && activated !== null }, maps),
    behind: told ? null : makeValueFiles(values.activated, activated),
  };
}
