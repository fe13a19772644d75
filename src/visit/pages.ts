import { renderSite } from "../html/site.ts";
import type { SiteFile } from "../html/site_file.ts";
import { pagesJob } from "../jobs/pages_job.ts";
import type { PlannedLayer } from "../plan/plan.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { Report } from "../report/report.ts";
import { indexMeasures } from "../site/layer_subject.ts";
import { beginEach } from "./side_by_side.ts";
import type { Visit } from "./visit.ts";

/** What pages are rendered of. */
export interface Rendered {
  readonly report: Report;
  readonly layers: readonly LayerReport[];
}

/** A layer of which the pages are rendered, as it was planned, and its place in the report. */
interface PlacedLayer {
  readonly planned: PlannedLayer;
  readonly model: number;
  readonly layer: number;
}

/**
 * Writes the pages of a report: those of layers are rendered side by side.
 *
 * @param visit Its plan is that of what was drawn.
 */
export async function writePages({ report, layers }: Rendered, visit: Visit): Promise<void> {
  const { plan: { models, photos }, work, costs, effects: { crew } } = visit;
  const text = JSON.stringify(report);
  const measures = report.models.map((model) => indexMeasures(layers, model));
  const task = ({ planned, model, layer }: PlacedLayer): Promise<void> => {
    const step = { doing: null, seconds: costs.pages(planned, photos.length) };
    return work.step(step, async () => {
      const own = measures[model]!.get(planned.id) ?? null;
      const files = await crew.do(pagesJob, { report: text, model, layer, measures: own });
      await writeAll(files, visit);
    });
  };
  const placed = models.flatMap(({ layers }, model) =>
    layers.map((planned, layer) => ({ planned, model, layer }))
  );
  await work.step({ doing: "write the pages", seconds: 0 }, async () => {
    const { done } = await beginEach(
      placed,
      { sizeOf: (each) => sizeOf(each, visit), task },
      visit,
    );
    await writeAll(renderSite(report, layers), visit);
    await done;
  });
}

// What is measured of a pair, as it is read.
const PAIR = 1 << 9;

function sizeOf({ planned: { conv } }: PlacedLayer, { plan: { photos } }: Visit): number {
  return (conv.shape?.outChannels ?? 0) * (1 + photos.length) * PAIR;
}

async function writeAll(files: Iterable<SiteFile>, { effects: { output } }: Visit): Promise<void> {
  for (const { path, content } of files) await output.write(path, content);
}
