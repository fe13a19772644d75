/** Names a model after its file. */
export function nameModelFile(path: string): string {
  return nameWithout(path, /\.onnx$/i);
}

/** Names a photo after its file. */
export function nameImageFile(path: string): string {
  return nameWithout(path, /\.[^.]+$/);
}

/** Names a file without its folders, which are those of whoever made the report. */
export function nameFile(path: string): string {
  return path.split(/[\\/]/).at(-1)!;
}

// The last part of a path, without the ending, unless it is nothing else.
function nameWithout(path: string, ending: RegExp): string {
  const last = path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
  return last.replace(ending, "") || last;
}
