import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { SiteWords } from "../../words/words.ts";
import { type PhotoView, viewPhotos } from "../../site/photo_view.ts";
import { sawArrays } from "../../site/shown_inputs.ts";

/** The photos as some networks saw them: a section of `index.hbs`. */
export interface GalleryView {
  /** Whose eyes they were seen with, as a heading. */
  readonly head: string;
  readonly photos: readonly PhotoView[];
}

/** Views the photos of a report, once for all networks that saw them alike. */
export function viewGalleries(report: Report, words: SiteWords): readonly GalleryView[] {
  const seeing = report.models.filter(({ inputs }) => inputs.length > 0);
  const { photosSeenBy, arraysSeenBy } = words.overview;
  return [...Map.groupBy(seeing, nameFiles).values()].map((models) => ({
    head: (sawArrays(models[0]!.inputs) ? arraysSeenBy : photosSeenBy)(
      models.map(({ name }) => name),
    ),
    photos: viewPhotos(report, models[0]!, {
      root: "",
      words,
      ids: models[0]!.inputs.map(({ image }) => image),
    }),
  }));
}

// Networks that see photos alike share their files.
function nameFiles({ inputs }: ReportModel): string {
  return inputs.map(({ file }) => file).join("\n");
}
