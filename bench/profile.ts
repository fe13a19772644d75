import { Session } from "node:inspector/promises";
import { findStage, type Stage, STAGES } from "./stage.ts";

/** A time in which this thread waited for an answer, or was in the native library that gives it. */
export interface Wait {
  readonly stage: Stage;
  /** Whether a network is run, which keeps this thread. */
  readonly isRun: boolean;
  /** In milliseconds of the clock that `performance.now` reads. */
  readonly from: number;
  readonly to: number;
}

/** The seconds that each stage took. */
export type StageTimes = Readonly<Record<Stage, number>>;

const INTERVAL = 1000; // microseconds

/** Where this thread's time goes, as V8 samples it. */
export interface Profile {
  readonly nodes: readonly ProfileNode[];
  /** The innermost node at each moment. */
  readonly samples: readonly number[];
  /** In microseconds. */
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** Runs something and gives its profile, with the time at which that begins. */
export async function profileRun(
  run: () => Promise<unknown>,
): Promise<{ readonly profile: Profile; readonly began: number }> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: INTERVAL });
  const began = performance.now();
  await session.post("Profiler.start");
  await run();
  const { profile } = await session.post("Profiler.stop") as { readonly profile: Profile };
  session.disconnect();
  return { profile, began };
}

/**
 * Divides the time of a profile among the stages: a sample belongs to the innermost module that has
 * a stage, or else to what is waited for; the collection of garbage to what came before it.
 */
export function divideTime(
  { nodes, samples, timeDeltas }: Profile,
  { began, waits }: { readonly began: number; readonly waits: readonly Wait[] },
): StageTimes {
  const places = placeNodes(nodes);
  const times = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  let [now, last]: [number, Stage] = [began, "rest"];
  for (const [i, id] of samples.entries()) {
    const lasted = (timeDeltas[i + 1] ?? 0) / 1000;
    now += (timeDeltas[i] ?? 0) / 1000;
    const place = places.get(id)!;
    if (place === "waiting" || place === "running") {
      last = findWait(waits, now, place === "running") ?? "rest";
    } else if (place !== "garbage") last = place;
    times[last] += lasted / 1000;
  }
  return times;
}

/** What a node of a profile is. */
type NodePlace = Stage | "garbage" | "waiting" | "running";

function placeNodes(nodes: readonly ProfileNode[]): ReadonlyMap<number, NodePlace> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const places = new Map<number, NodePlace>();
  const walk = (id: number, outer: NodePlace): void => {
    const { callFrame: { functionName, url }, children = [] } = byId.get(id)!;
    const place = findStage(url) ?? (url.includes("/onnxruntime-node/") ? "running" : outer);
    places.set(id, functionName === "(garbage collector)" ? "garbage" : place);
    for (const child of children) walk(child, place);
  };
  walk(nodes[0]!.id, "waiting");
  return places;
}

// Networks are run one after the other, in the order in which they were asked for.
function findWait(waits: readonly Wait[], now: number, isRun: boolean): Stage | null {
  const current = waits.filter(({ from, to }) => from <= now && now < to);
  if (!isRun) return current.at(-1)?.stage ?? null;
  const runs = current.filter((wait) => wait.isRun);
  return runs.sort((a, b) => a.from - b.from)[0]?.stage ?? null;
}
