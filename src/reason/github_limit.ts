/** How many bytes a file may have that GitHub takes: docs.github.com, "About large files on GitHub". */
export const GITHUB_LIMIT = { bytes: 100 * 2 ** 20, told: "100 MiB" } as const;
