import type { Picture } from "../plan/picture.ts";
import type { ReportLayer } from "../report/report_layer.ts";
import type { Words } from "../words/words.ts";

/** A picture whose tiles the panel of a pair shows under a heading. */
export interface PanelPicture {
  readonly heading: string;
  readonly picture: Picture;
}

/** Lists the pictures of a layer that have no place of their own: the panel shows them under headings. */
export function listPanelPictures(
  { pictures, effective, projections }: ReportLayer,
  words: Pick<Words, "picture">,
): PanelPicture[] {
  return [projections.picture, effective?.picture ?? null, ...pictures].flatMap((picture) => {
    // A report may come to hold kinds that these pages do not know.
    const heading = picture && (words.picture[picture.kind]?.heading ?? null);
    return heading === null ? [] : [{ heading, picture: picture! }];
  });
}
