import { Session } from "node:inspector/promises";
import { findStage, type Stage, STAGES } from "./stage.ts";

/** A time in which this thread waited for a native library, or was in it. */
export interface Wait {
  readonly stage: Stage;
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
  const stages = findNodeStages(nodes);
  const times = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  let [now, last]: [number, Stage] = [began, "rest"];
  for (const [i, id] of samples.entries()) {
    const lasted = (timeDeltas[i + 1] ?? 0) / 1000;
    now += (timeDeltas[i] ?? 0) / 1000;
    const known = stages.get(id)!;
    if (known !== "garbage") last = known ?? findWait(waits, now) ?? "rest";
    times[last] += lasted / 1000;
  }
  return times;
}

function findNodeStages(
  nodes: readonly ProfileNode[],
): ReadonlyMap<number, Stage | "garbage" | null> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stages = new Map<number, Stage | "garbage" | null>();
  const walk = (id: number, outer: Stage | null): void => {
    const { callFrame: { functionName, url }, children = [] } = byId.get(id)!;
    const stage = findStage(url) ?? outer;
    stages.set(id, functionName === "(garbage collector)" ? "garbage" : stage);
    for (const child of children) walk(child, stage);
  };
  walk(nodes[0]!.id, null);
  return stages;
}

function findWait(waits: readonly Wait[], now: number): Stage | null {
  return waits.findLast(({ from, to }) => from <= now && now < to)?.stage ?? null;
}
