import { measureColumnSpread } from "../../analysis/column_spread.ts";
import { gatherErrors } from "../../analysis/comparison/photo_errors.ts";
import { mayBePermuted, NEAR_ERROR } from "../../analysis/comparison/pairing.ts";
import { comparedMapsJob } from "../../jobs/compared_maps_job.ts";
import { type FittedMaps, pairedMapsJob } from "../../jobs/paired_maps_job.ts";
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

/** The maps of two layers that may be compared, and how far they are apart on the first photo. */
interface StageFit extends FittedMaps {
  readonly stages: StagePair;
  readonly photos: readonly CommonPhoto[];
}

// Those that are nearest to each other. Where all are far apart, maps may have been permuted.
async function chooseStages({ stages: all, ...layers }: Twins, visit: Visit): Promise<StageFit> {
  const { crew } = visit.effects;
  const fits: StageFit[] = [];
  for (const stages of all) {
    const photos = listCommon(layers, stages).filter(isAlike);
    if (photos.length === 0) continue;
    const maps = readCommon(photos[0]!);
    fits.push({
      stages,
      photos,
      other: null,
      errors: await crew.do(comparedMapsJob, { ...maps, other: null }),
    });
  }
  const near = fits.filter((fit) => medianOf(fit) < NEAR_ERROR);
  const paired: StageFit[] = [];
  for (const fit of near.length === 0 ? fits : [findNearest(near)!]) {
    paired.push(mayBePermuted(fit.errors) ? await pairFit(fit, visit) : fit);
  }
  return findNearest(paired) ?? { stages: all[0]!, photos: [], other: null, errors: [] };
}

async function pairFit(fit: StageFit, { effects: { crew } }: Visit): Promise<StageFit> {
  const maps = readCommon(fit.photos[0]!);
  return { ...fit, ...await crew.do(pairedMapsJob, { ...maps, errors: fit.errors }) };
}

function findNearest(fits: readonly StageFit[]): StageFit | null {
  return fits.toSorted((a, b) => medianOf(a) - medianOf(b))[0] ?? null;
}

function medianOf({ errors }: StageFit): number {
  return measureColumnSpread(errors).median ?? Infinity;
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
