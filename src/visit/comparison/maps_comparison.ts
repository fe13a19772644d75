import { measureColumnSpread } from "../../analysis/comparison/column_spread.ts";
import { gatherErrors } from "../../analysis/comparison/photo_errors.ts";
import type { Pairing } from "../../analysis/comparison/relative_error.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { comparedMapsJob } from "../../jobs/compared_maps_job.ts";
import { pairedMapsJob } from "../../jobs/paired_maps_job.ts";
import type { StagePair } from "../../plan/comparison_plan.ts";
import type { Reason } from "../../reason/reason.ts";
import type { MapsComparison } from "../../report/comparison_finding.ts";
import type { Visit } from "../visit.ts";
import { type CommonPhoto, listCommon, readCommon } from "./common_photos.ts";
import type { Twins } from "./side.ts";

/** Compares the maps of two layers, a photo at a time. */
export async function compareMaps(twins: Twins, visit: Visit): Promise<MapsComparison> {
  const { crew } = visit.effects;
  const { stages, other, errors, photos } = await chooseStages(twins, visit);
  const pairs = twins.a.layer.conv.shape?.outChannels ?? photos[0]?.a.dims[0] ?? 0;
  const found = { pairs, other, stages, photos: photos.map(({ photo }) => photo) };
  if (photos.length === 0) return { ...found, errors: { missing: explainMissing(twins) } };
  const gathered = gatherErrors(pairs);
  gathered.add(errors);
  for (const photo of photos.slice(1)) {
    gathered.add(await crew.do(comparedMapsJob, { ...readCommon(photo), other }));
  }
  return { ...found, errors: gathered.finish() };
}

/** The maps of two layers that are compared, and how they go together. */
interface ChosenStages {
  readonly stages: StagePair;
  readonly other: Pairing;
  /** The errors on the first photo. */
  readonly errors: Values;
  readonly photos: readonly CommonPhoto[];
}

// Those that are nearest to each other on the first photo.
async function chooseStages(
  { stages: all, ...layers }: Twins,
  { effects: { crew } }: Visit,
): Promise<ChosenStages> {
  let chosen: ChosenStages = { stages: all[0]!, other: null, errors: [], photos: [] };
  let least = Infinity;
  for (const stages of all) {
    const photos = listCommon(layers, stages).filter(isAlike);
    const [first] = photos;
    if (first === undefined) continue;
    const fitted = await crew.do(pairedMapsJob, readCommon(first));
    const error = measureColumnSpread(fitted.errors).median ?? Infinity;
    if (chosen.photos.length > 0 && error >= least) continue;
    chosen = { stages, ...fitted, photos };
    least = error;
  }
  return chosen;
}

function isAlike({ a, b }: CommonPhoto): boolean {
  return String(a.dims) === String(b.dims);
}

function explainMissing({ a, b, stages: [stages] }: Twins): Reason {
  const [first] = listCommon({ a, b }, stages!);
  if (first !== undefined) return { code: "maps-of-other-size", a: first.a.dims, b: first.b.dims };
  const lacking = [a, b].find(({ finding }) => finding.mapsMissing !== null);
  if (lacking === undefined) return { code: "no-common-photo" };
  return { code: "side-lacks", model: lacking.model.name, reason: lacking.finding.mapsMissing! };
}
