import { namePictureData } from "../../plan/picture_script.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { encodePath } from "../../site/address.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { openCanvas } from "../tile/canvas.ts";

/** A picture of the report. */
export interface ReadablePicture {
  /** Relative to the report's folder. */
  readonly path: string;
  /** The layer that it is of, or for: a report without numbers has no script of it either. */
  readonly layer: ReportLayer;
}

/**
 * Loads a picture whose pixels can be read. Those of a file on a disk cannot: a script beside it holds
 * them too. Null where neither is to be had.
 */
export async function readPicture(
  { path, layer }: ReadablePicture,
  { files, root }: { readonly files: ReportFiles; readonly root: string },
): Promise<HTMLImageElement | null> {
  const { loadPicture, data } = files;
  const url = files.urlOf(root + encodePath(path));
  const own = location.protocol === "file:" && !url.startsWith("blob:")
    ? null
    : await loadPicture(url);
  if (own !== null && isReadable(own)) return own;
  if (!hasNumbers(layer)) return null;
  try {
    const bytes = await data.load(root, namePictureData(path), (bytes) => bytes);
    return await loadPicture(await makeDataUrl(bytes));
  } catch {
    return null;
  }
}

function hasNumbers({ values, maps }: ReportLayer): boolean {
  return values !== null || maps.some((each) => each.values !== null);
}

function isReadable(image: HTMLImageElement): boolean {
  const context = openCanvas({ width: 1, height: 1 });
  context.drawImage(image, 0, 0);
  try {
    return context.getImageData(0, 0, 1, 1).data.length > 0;
  } catch {
    return false;
  }
}

function makeDataUrl(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.readAsDataURL(new Blob([bytes], { type: "image/png" }));
  });
}
