import patch from "../../../templates/panel/patch.hbs" with { type: "text" };
import { encodePath } from "../../site/address.ts";
import type { LayerPhoto } from "../../report/layer_file.ts";
import { compileTemplates } from "../../site/template.ts";
import { fill, find } from "../shell/dom.ts";
import type { ReportFiles } from "../files/report_files.ts";
import type { Box } from "../../site/field/cell.ts";

/** A photo under a window: the view of `patch.hbs`. */
export interface PatchView {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

const render = compileTemplates<{ readonly patch: PatchView }>({ patch });

/** Shows a part of a photo in an SVG; nothing where the photo was not kept. */
export function showPatch(
  svg: SVGElement,
  { files, root, photo, box }: {
    readonly files: ReportFiles;
    readonly root: string;
    readonly photo: LayerPhoto;
    readonly box: Box;
  },
): void {
  if (!photo.seen) return svg.replaceChildren();
  const { file, width, height } = photo.seen;
  svg.setAttribute("viewBox", `${box.left} ${box.top} ${box.width} ${box.height}`);
  const href = files.urlOf(root + encodePath(file));
  const image = find<SVGImageElement>("image", svg);
  if (image?.getAttribute("href") === href) return;
  fill(svg, render("patch", { href, width, height }));
}
