import type {
  LayerAbout,
  LayerFile,
  LoadedLayerFile,
  LoadedMeasures,
} from "../report/layer_file.ts";
import type { LayerReport, MapsReport } from "../report/layer_report.ts";
import { unpackValue } from "../report/packed/packed_value.ts";
import type { LayerSubject } from "./layer_subject.ts";
import { listInputKernels } from "./tile/input_kernels.ts";
import { namePhoto } from "./photo_view.ts";

/** What the script of a layer's page knows. */
export interface LayerData extends LayerAbout {
  /** The measures; null where none were made. */
  readonly measures: LoadedMeasures | null;
}

/** Decodes what the script of a page knows of a layer: its file, packed or as JSON. */
export function decodeLayerFile(bytes: Uint8Array): LayerData {
  return readLayerFile(unpackValue(bytes) as LoadedLayerFile);
}

/** Reads what the script of a page knows of a layer in its file. */
export function readLayerFile({ about, ...measures }: LoadedLayerFile): LayerData {
  return { ...about, measures };
}

/** Finds what was measured of the maps of a photo; null where nothing was. */
export function findMapsData({ measures }: LayerData, image: string): MapsReport | null {
  return measures?.maps.find((maps) => maps.image === image) ?? null;
}

/** Joins the measures of a layer with what its page knows beside them. */
export function gatherLayerFile(
  measures: LayerReport,
  { report, model, layer }: Omit<LayerSubject, "words" | "measures">,
): LayerFile {
  const { id, name, sha256, inputs } = model;
  const photos = layer.maps.map(({ image }) => {
    const seen = inputs.find((input) => input.image === image) ?? null;
    return {
      id: image,
      name: namePhoto(report, image),
      dims: report.images.find((each) => each.id === image)?.dims ?? null,
      seen: seen && { file: seen.file, width: seen.width, height: seen.height },
    };
  });
  const inputKernels = listInputKernels(layer, model.layers);
  const labels = measures.dataset?.labels ? report.dataset?.labels ?? null : null;
  return {
    ...measures,
    about: { model: { id, name, sha256 }, layer, photos, inputKernels, labels },
  };
}
