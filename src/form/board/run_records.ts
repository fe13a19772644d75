import { type BoardEvent, encodeEvent, encodeFileVersion } from "../../board/event.ts";
import type { KeptEvents, LayerFinding, ModelFinding, ViewFinding } from "../../report/finding.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { MadeReport } from "../form.ts";
import { describeRun } from "./about_run.ts";
import { listScalars } from "./layer_scalars.ts";

/** Lists the records of the file of events of model `i`, in the order of the plan. */
export function* listRecords(
  { report, plan, findings, layers }: MadeReport,
  i: number,
): Generator<Uint8Array> {
  const { id } = plan.models[i]!;
  yield encodeFileVersion();
  yield encodeEvent(describe(describeRun(report, report.models[i]!, plan.photos)));
  const steps = new Map(plan.photos.map((photo, step) => [photo.id, step]));
  const own = layers.filter(({ model }) => model === id);
  yield* listEvents(findings[i]!, own, (image) => steps.get(image)!);
}

// torch's add_text ends the tag so.
function describe(text: string): BoardEvent {
  return { tag: "about/text_summary", step: 0, value: { kind: "text", text } };
}

function* listEvents(
  { inputs, layers }: ModelFinding,
  measures: readonly LayerReport[],
  findStep: (image: string) => number,
): Generator<Uint8Array> {
  for (const { events } of inputs) yield* readKept(events);
  for (const [j, finding] of layers.entries()) {
    for (const events of listKept(finding)) yield* readKept(events);
    for (const scalar of listScalars(measures[j]!, findStep)) yield encodeEvent(scalar);
  }
}

function listKept(
  { events, leading, effective, projections, maps }: LayerFinding,
): KeptEvents[] {
  const views = [effective, projections].map((view) => view && eventsOf(view));
  return [events, leading && leading.events, ...views, ...maps.map(({ events }) => events)];
}

function eventsOf(view: ViewFinding): KeptEvents {
  return "events" in view ? view.events : null;
}

function* readKept(events: KeptEvents): Generator<Uint8Array> {
  if (events !== null) yield events();
}
