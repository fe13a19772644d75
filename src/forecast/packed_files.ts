import type { PictureKind } from "../plan/picture_kind.ts";
import type { ExpectedFile, ReportFileKind } from "./report_file.ts";

// What WebP takes of PNG, with losses where they are hardly seen.
const PICTURES: Readonly<Partial<Record<ReportFileKind, number>>> = {
  maps: 0.36,
  activated: 0.57,
  inputs: 0.52,
  effective: 0.08,
  projections: 0.2,
  kernels: 0.9,
  strongest: 0.9,
  mix: 0.7,
  matrix: 0.95,
  leading: 0.75,
  photos: 0.7,
} satisfies Partial<Record<PictureKind | "photos", number>>;

// What deflating leaves of texts.
const TEXTS = { html: 0.24, css: 0.25, json: 0.34 } as const;

// The script of all pages, and what stands there without it.
const OWN: ExpectedFile = { kind: "pages", path: "report.html", bytes: 700_000 };

/** Lists what the files of a report take within a small one, which is one file. */
export function* packFiles(files: Iterable<ExpectedFile>): Generator<ExpectedFile> {
  for (const file of files) {
    const share = packedShare(file);
    if (share > 0) yield { ...file, bytes: file.bytes * share };
  }
  yield OWN;
}

function packedShare({ kind, path }: ExpectedFile): number {
  const suffix = path.split(".").at(-1);
  if (suffix === "js") return kind === "values" || path === "assets/drawings.js" ? 1 : 0;
  if (suffix === "html" || suffix === "css" || suffix === "json") return TEXTS[suffix];
  return PICTURES[kind] ?? 1;
}
