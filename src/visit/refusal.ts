import type { Tap } from "../onnx/graph/tap.ts";
import type { Model } from "../onnx/graph/model.ts";
import { findNeeds } from "../onnx/graph/needs.ts";
import type { PlannedLayer, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import { placeLayers } from "./missing.ts";
import type { Obstacle } from "./session/obstacle.ts";
import type { Visit } from "./visit.ts";
import { createError, findReason } from "../reason/error.ts";
import { keyOf, type Reason, type ReasonValues } from "../reason/reason.ts";

/** Layers that lack their maps, or those behind what follows, for one reason. */
export interface Refusal {
  readonly kind: "maps" | "activated";
  readonly layers: readonly PlannedLayer[];
  /** What they need that the runtime does not run, and its words. */
  readonly reason: Reason;
}

/** Finds the layers that obstacles stand in the way of. */
export function findRefusals(
  model: Model,
  layers: readonly PlannedLayer[],
  obstacles: readonly Obstacle[],
): Refusal[] {
  if (obstacles.length === 0) return [];
  const refusals = new Map<string, Refusal & { layers: PlannedLayer[] }>();
  for (const planned of layers) {
    const found = findRefused(model, planned, obstacles);
    if (found === null) continue;
    const key = keyOf(found.reason);
    const refusal = refusals.get(key) ?? { ...found, layers: [] };
    refusal.layers.push(planned);
    refusals.set(key, refusal);
  }
  return [...refusals.values()];
}

/** Notes what is refused as failures: of every photo, or of one. */
export function tellRefusals(
  refusals: readonly Refusal[],
  { model, photo = null }: { readonly model: PlannedModel; readonly photo?: PlannedPhoto | null },
  { fail }: Pick<Visit, "fail">,
): void {
  for (const { kind, layers, reason } of refusals) {
    const lacking = photo === null && kind === "maps" ? layers : [];
    fail(placeLayers(model, layers, photo), createError(Error, reason), lacking);
  }
}

/** Lists the layers that lack their maps, each with its reason. */
export function listFaults(refusals: readonly Refusal[]): Map<PlannedLayer, Reason> {
  const lacking = refusals.filter(({ kind }) => kind === "maps");
  return new Map(
    lacking.flatMap(({ layers, reason }) => layers.map((layer) => [layer, reason] as const)),
  );
}

function findRefused(
  model: Model,
  { conv: { tap, chain } }: PlannedLayer,
  obstacles: readonly Obstacle[],
): Pick<Refusal, "kind" | "reason"> | null {
  const own = tap && findObstacle(model, tap, obstacles);
  if (own !== null) return { kind: "maps", reason: { code: "maps-need-node", ...tellNeeded(own) } };
  const after = chain &&
    findObstacle(model, { tensor: chain.output, quantization: null }, obstacles);
  if (after === null) return null;
  const { operators } = chain!;
  const needed = { operators, ...tellNeeded(after) };
  return { kind: "activated", reason: { code: "activated-need-node", ...needed } };
}

function findObstacle(model: Model, tap: Tap, obstacles: readonly Obstacle[]): Obstacle | null {
  const { nodes } = findNeeds(model, [tap]);
  return obstacles.find(({ node }) => nodes.has(node)) ?? null;
}

function tellNeeded({ node, error }: Obstacle): ReasonValues<"maps-need-node"> {
  const { op, name, domain } = node;
  return { op, node: name, domain, reason: findReason(error) };
}
