/** Formats a number of bytes, such as `2.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e5) return writeSize(bytes / 1e3, "kB");
  return bytes < 999.5e6 ? writeSize(bytes / 1e6, "MB") : writeSize(bytes / 1e9, "GB");
}

function writeSize(size: number, unit: string): string {
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

/** How many bytes a file may have that GitHub takes: docs.github.com, "About large files on GitHub". */
export const GITHUB_LIMIT = { bytes: 100 * 2 ** 20, told: "100 MiB" } as const;
