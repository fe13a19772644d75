import type { Picture } from "../../plan/picture.ts";
import type { ReportLayer, ReportView } from "../../report/report_layer.ts";
import type { Words } from "../../words/words.ts";
import { formatSize } from "../format.ts";

/** A picture whose tiles the panel of a pair shows under a heading. */
export interface PanelPicture {
  readonly heading: string;
  readonly picture: Picture;
}

/**
 * Lists the pictures of a layer that have no place of their own, the first of each kind: the panel
 * shows them under headings.
 */
export function listPanelPictures(
  { pictures, projections, effective, maps }: ReportLayer,
  words: Pick<Words, "picture" | "panel">,
): PanelPicture[] {
  const all = [...projections.pictures, ...effective?.pictures ?? [], ...pictures];
  const kinds = new Map<string, Picture>();
  for (const picture of [...all, ...maps.flatMap((each) => each.pictures)]) {
    if (!kinds.has(picture.kind)) kinds.set(picture.kind, picture);
  }
  return [...kinds.values()].flatMap((picture) => {
    // A report may come to hold kinds that these pages do not know.
    const heading = words.picture[picture.kind]?.heading ?? null;
    if (heading === null) return [];
    const view = [projections, effective].find((each) => each?.pictures.includes(picture));
    return [{ heading: view ? tellAveraged(heading, { picture, view }, words) : heading, picture }];
  });
}

/** Says from what to what fields are averaged, behind what the picture of them is. */
export function tellAveraged(
  heading: string,
  { picture, view }: {
    readonly picture: Picture;
    readonly view: Pick<ReportView, "averagedFrom">;
  },
  { panel }: Pick<Words, "panel">,
): string {
  if (!view.averagedFrom) return heading; // null, and absent in older reports
  const size = formatSize(picture.tileHeight, picture.tileWidth);
  return panel.averaged(heading, formatSize(...view.averagedFrom), size);
}
