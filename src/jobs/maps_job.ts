import { measureMaps } from "../analysis/map/map_measures.ts";
import type { PhotoPlanes } from "../analysis/map/photo_planes.ts";
import type { Job, Tools } from "../effects.ts";
import type { FoundMaps, MapsFinding } from "../report/finding.ts";
import { encodeNpy } from "../tensor/npy.ts";
import { isRectified } from "../tensor/rectify.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Circuit, traceCircuit } from "./circuit.ts";
import type { MadeFile } from "./made_file.ts";
import { findPeaks, type LayerMaps, type PeaksFinding } from "./peaks.ts";
import { drawTiled, type TiledDrawing } from "./pictures_job.ts";
import { type MadeValues, makeValueFiles, type PlannedValues } from "./value_files.ts";

/** The maps of a layer on one photo, and what is made of them. */
export interface MapsInput extends LayerMaps {
  /** What they are compared with; null where they do not show the photo as it lies. */
  readonly planes: PhotoPlanes | null;
  /** What shares are computed from, beside the maps; null where there are none. */
  readonly circuit: Circuit | null;
  readonly drawings: readonly TiledDrawing[];
  /** How their numbers are kept; null where they are not. */
  readonly values: { readonly maps: PlannedValues; readonly activated: PlannedValues } | null;
  /** The .npy files, and what they hold. */
  readonly arrays: readonly ArrayFile[];
}

/** A tensor that is written as a file. */
export interface ArrayFile {
  /** Relative to the report's folder. */
  readonly path: string;
  readonly tensor: Tensor;
}

/** What was made of the maps of a layer on one photo. */
export interface MapsOutput
  extends FoundMaps, PeaksFinding, Pick<MapsFinding, "values" | "activatedValues"> {
  readonly files: readonly MadeFile[];
}

/** Draws and measures the maps of a layer on one photo. */
export const mapsJob: Job<MapsInput, MapsOutput> = { name: "maps", work: workMaps };

async function workMaps(input: MapsInput, tools: Tools): Promise<MapsOutput> {
  const { maps, activated, planes } = input;
  const drawn = await drawTiled(input.drawings, tools);
  const arrays = input.arrays.map(({ path, tensor }) => ({ path, bytes: encodeNpy(tensor) }));
  const { own, behind } = makeNumbers(input);
  const measured = {
    measures: measureMaps(maps, planes),
    activated: activated && measureMaps(activated, planes),
  };
  return {
    ...measured,
    ...findPeaks(input, measured),
    values: own?.values ?? null,
    activatedValues: behind?.values ?? null,
    circuit: input.circuit && await traceCircuit(input.circuit, maps, tools.runtime),
    files: [...drawn, ...arrays, ...own?.files ?? [], ...behind?.files ?? []],
  };
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
