import type { Tap } from "../onnx/graph/tap.ts";
import type { Model } from "../onnx/graph/model.ts";
import { findNeeds } from "../onnx/graph/needs.ts";
import type { Node } from "../onnx/wire/node.ts";
import type { PlannedLayer, PlannedModel, PlannedPhoto } from "../plan/plan.ts";
import { explainError } from "../report/failure.ts";
import { nameLayers } from "./missing.ts";
import type { Obstacle } from "./session/obstacle.ts";
import type { Visit } from "./visit.ts";

/** Layers that lack their maps, or those behind what follows, for one reason. */
export interface Refusal {
  readonly kind: "maps" | "activated";
  readonly layers: readonly PlannedLayer[];
  /** What they need that the runtime does not run, and its words. */
  readonly reason: string;
}

/** Finds the layers that obstacles stand in the way of. */
export function findRefusals(
  model: Model,
  layers: readonly PlannedLayer[],
  obstacles: readonly Obstacle[],
): Refusal[] {
  if (obstacles.length === 0) return [];
  const refusals = new Map<string, { kind: Refusal["kind"]; layers: PlannedLayer[] }>();
  for (const planned of layers) {
    const found = findRefused(model, planned, obstacles);
    if (found === null) continue;
    const { kind, reason } = found;
    const refusal = refusals.get(reason) ?? { kind, layers: [] };
    refusal.layers.push(planned);
    refusals.set(reason, refusal);
  }
  return [...refusals].map(([reason, refusal]) => ({ ...refusal, reason }));
}

/** Notes what is refused as failures: of every photo, or of one. */
export function tellRefusals(
  refusals: readonly Refusal[],
  { model, photo = null }: { readonly model: PlannedModel; readonly photo?: PlannedPhoto | null },
  { fail }: Pick<Visit, "fail">,
): void {
  for (const { kind, layers, reason } of refusals) {
    const where = nameLayers(model, layers);
    if (photo !== null) fail(`${where} on ${photo.name}`, new Error(reason));
    else fail(where, new Error(reason), kind === "maps" ? layers : []);
  }
}

/** Lists the layers that lack their maps, each with its reason. */
export function listFaults(refusals: readonly Refusal[]): Map<PlannedLayer, string> {
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
  if (own !== null) return { kind: "maps", reason: `the maps need ${describe(own)}` };
  const after = chain &&
    findObstacle(model, { tensor: chain.output, quantization: null }, obstacles);
  if (after === null) return null;
  const operators = chain!.operators.join(", ");
  return { kind: "activated", reason: `the maps behind ${operators} need ${describe(after)}` };
}

function findObstacle(model: Model, tap: Tap, obstacles: readonly Obstacle[]): Obstacle | null {
  const { nodes } = findNeeds(model, [tap]);
  return obstacles.find(({ node }) => nodes.has(node)) ?? null;
}

function describe({ node, error }: Obstacle): string {
  return `${nameNode(node)}: ${explainError(error)}`;
}

function nameNode({ op, name, domain }: Node): string {
  const named = name === "" ? op : `${op} "${name}"`;
  return domain === "" ? named : `${named} of ${domain}`;
}
