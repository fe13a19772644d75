/** Names the .npy file of a layer's kernels, relative to the report's folder. */
export function nameKernelArray(folder: string): string {
  return `${folder}/kernels.npy`;
}

/** Names the .npy file of a layer's maps, or of what else is drawn of it, on a photo. */
export function nameMapArray(folder: string, source: string, photoId: string): string {
  return `${folder}/${source}/${photoId}.npy`;
}
