import type { PlannedPhoto } from "../../plan/plan.ts";
import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";

/** Writes in Markdown what a run is of, and which photo each step. */
export function describeRun(
  { title, generator }: Pick<Report, "title" | "generator">,
  { name, sha256, preprocess }: Pick<ReportModel, "name" | "sha256" | "preprocess">,
  photos: readonly PlannedPhoto[],
): string {
  const rows = photos.map((photo, step) =>
    `| ${step} | ${escapeMarkdown(photo.name)} | ${photo.width} x ${photo.height} |`
  );
  return [
    `**${escapeMarkdown(title)}**: ${escapeMarkdown(name)}, SHA-256 ${sha256}, ` +
    `preprocessing ${escapeMarkdown(preprocess.name)}. Written by ${generator}.`,
    "Each step is a photo; what is of none or of all photos stands at step 0:",
    ["| step | photo | pixels |", "| --- | --- | --- |", ...rows].join("\n"),
    "Pictures are grids of torchvision's make_grid with the levels of add_image. Scalars are means " +
    "over the pairs of a layer; of min the smallest, of max the largest, of nonFinite the sum.",
  ].join("\n\n");
}

// What Markdown gives a meaning to, and line ends, which end a row of a table.
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+\-.!|~&:]/g, "\\$&");
}
