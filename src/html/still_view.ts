import { Buffer } from "node:buffer";
import { type Language, LANGUAGES } from "../plan/language.ts";
import type { Picture } from "../plan/picture.ts";
import { formatOf } from "../plan/picture_format.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";
import { findKernelPicture } from "../site/tile/kernel_view.ts";
import { WORDS } from "../words/translations.ts";
import { describeReport } from "./overview/tally.ts";
import { titleLayer } from "./layer/layer_lead.ts";
import { findLayer, type ShownLayer, showsPairs } from "./part/shown_layer.ts";
import { viewHeadline } from "./rule/finding_view.ts";

/** What a report in one file shows where no script runs, as in the preview of a mail: its first layer. */
export interface StillView {
  readonly texts: readonly StillTextView[];
  /** The kernels and their maps: files of the report, which stand in the document once. */
  readonly pictures: readonly StillPictureView[];
}

/** What is said of it in a language. */
export interface StillTextView {
  readonly language: Language;
  readonly lead: string;
  /** The layer that is shown; null where none is. */
  readonly layer: string | null;
  /** What its kernels and maps have to do with each other; null where that is not clear. */
  readonly finding: string | null;
}

/** A picture of the report. */
export interface StillPictureView {
  /** Its path in the report's folder. */
  readonly path: string;
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The files of a report, by path. */
export type ReportContents = ReadonlyMap<string, Uint8Array | string>;

/** Views what a report in one file shows without script. */
export function viewStill(report: Report, files: ReportContents): StillView {
  const shown = findLayer(report.models, showsPairs);
  const measures = shown && readMeasures(shown, files);
  const texts = LANGUAGES.map((language): StillTextView => {
    const words = WORDS[language];
    const subject = shown && { ...shown, report, measures, words };
    return {
      language,
      lead: describeReport(report, words),
      layer: subject && titleLayer(subject),
      finding: subject && (viewHeadline(subject)?.sentence ?? null),
    };
  });
  return { texts, pictures: shown === null ? [] : viewPictures(shown, files) };
}

function readMeasures({ model, layer }: ShownLayer, files: ReportContents): LayerReport | null {
  const json = files.get(`${model.id}/${layer.id}/layer.json`);
  return typeof json === "string" ? JSON.parse(json) : null;
}

function viewPictures(
  { model, layer }: ShownLayer,
  files: ReportContents,
): readonly StillPictureView[] {
  const { tools } = WORDS[LANGUAGES[0]];
  return [
    ...viewPicture(findKernelPicture(layer)!, tools.kernels),
    ...viewPicture(layer.maps[0]!.picture, tools.maps),
  ];

  function viewPicture(picture: Picture, alt: string): readonly StillPictureView[] {
    const path = `${model.id}/${layer.id}/${picture.file}`;
    const content = files.get(path);
    if (content === undefined || typeof content === "string") return [];
    const source = `data:image/${formatOf(path)};base64,${Buffer.from(content).toString("base64")}`;
    return [{ path, source, alt, ...fit(picture) }];
  }
}

const WIDTH = 440; // pixels: two beside each other in the window of a mail

function fit({ width, height }: Picture): { readonly width: number; readonly height: number } {
  const zoom = width > WIDTH ? WIDTH / width : Math.floor(WIDTH / width);
  return { width: Math.round(width * zoom), height: Math.round(height * zoom) };
}
