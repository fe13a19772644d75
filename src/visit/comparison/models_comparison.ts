import { reckonComparison } from "../../forecast/loads.ts";
import type { PlannedComparison } from "../../plan/comparison_plan.ts";
import type { ComparisonFinding, MapsComparison } from "../../report/comparison_finding.ts";
import type { Visited } from "../models_visit.ts";
import { beginEach } from "../side_by_side.ts";
import type { Visit } from "../visit.ts";
import { countCommonBytes } from "./common_photos.ts";
import { compareTwinKernels } from "./kernels_comparison.ts";
import { compareMaps } from "./maps_comparison.ts";
import { type ComparedSides, findSides, listTwins, type Twins } from "./side.ts";

/** Compares the models of a plan that were drawn: how far the maps and kernels of one are from another's. */
export async function compareModels(visited: Visited, visit: Visit): Promise<ComparisonFinding[]> {
  const found: ComparisonFinding[] = [];
  for (const planned of visit.plan.comparisons) {
    const sides = findSides(visited, planned);
    if (sides === null) continue;
    const { a, b } = sides;
    const doing = `compare ${b.model.name} with ${a.model.name}`;
    const load = reckonComparison(planned, visit);
    found.push(
      await visit.work.part(
        load,
        (work) =>
          work.step({ doing, seconds: 0 }, () => compareSides(planned, sides, { ...visit, work })),
      ),
    );
  }
  return found;
}

async function compareSides(
  planned: PlannedComparison,
  sides: ComparedSides,
  visit: Visit,
): Promise<ComparisonFinding> {
  const twins = listTwins(planned, sides);
  const { work, costs, plan } = visit;
  const task = (each: Twins): Promise<MapsComparison> => {
    const seconds = costs.comparedMaps(each.a.model, each.a.layer, plan.photos);
    return work.step({ doing: null, seconds }, () => compareMaps(each, visit));
  };
  const begun = await beginEach(twins, { sizeOf: countCommonBytes, task }, visit);
  const layers = await compareTwinKernels(twins, await begun.done, visit);
  return { planned, seenAlike: seeAlike(sides), layers };
}

// Networks that see a photo alike share its picture.
function seeAlike({ a, b }: ComparedSides): boolean {
  const files = new Map(a.finding.inputs.map(({ photo, file }) => [photo, file]));
  return b.finding.inputs.every(({ photo, file }) => (files.get(photo) ?? file) === file);
}
