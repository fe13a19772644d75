import type { ValueFiles } from "../../plan/value_files.ts";
import { paintSlices } from "../../raster/paint.ts";
import type { Raster } from "../../raster/raster.ts";
import type { LayerData } from "../../site/layer_data.ts";
import { findPicture } from "../../site/tile/sprite.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";
import type { EmbeddedFiles } from "../files/embedded_files.ts";
import { type LayerPlace, loadKernel } from "../files/layer_values.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { openCanvas } from "../tile/canvas.ts";

/**
 * Has the slices of a layer's kernels painted with its data, where the file does not hold their picture: a
 * small one holds their numbers alone.
 */
export function paintSlicesOnLoad(files: ReportFiles, embedded: EmbeddedFiles): ReportFiles {
  const { data } = files;
  return {
    ...files,
    data: {
      ...data,
      load: async (root, name, decode) => {
        const loaded = await data.load(root, name, decode);
        if (name.endsWith("/layer")) await addSlices(loaded as LayerData, files, embedded);
        return loaded;
      },
    },
  };
}

async function addSlices(
  data: LayerData,
  files: ReportFiles,
  embedded: EmbeddedFiles,
): Promise<void> {
  const { model, layer } = data;
  const picture = findPicture(layer, "slices");
  const path = `${model.id}/${layer.id}/${picture?.file}`;
  if (picture === null || layer.values === null || embedded.holds(path)) return;
  const kernels = await loadKernels({ data, files, root: "" }, layer.values);
  const { columns, padding } = picture;
  const file = await encode(paintSlices(kernels, { nrow: columns, padding }));
  if (file !== null) embedded.keep(path, file);
}

async function loadKernels(place: LayerPlace, values: ValueFiles): Promise<Tensor> {
  const { dims } = values;
  const [count = 0] = dims;
  const data = new Float32Array(countElements(dims));
  for (let k = 0; k < count; k++) {
    const { numbers } = await loadKernel(place, values, k);
    data.set(numbers, k * numbers.length);
  }
  return { data, dims };
}

// Null where it is larger than the browser's canvas may be.
async function encode({ width, height, data }: Raster): Promise<Blob | null> {
  const context = openCanvas({ width, height });
  const pixels = new ImageData(width, height);
  for (let i = 0; i < data.length; i++) {
    pixels.data.fill(data[i]!, 4 * i, 4 * i + 3);
    pixels.data[4 * i + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  return await new Promise((resolve) => context.canvas.toBlob(resolve));
}
