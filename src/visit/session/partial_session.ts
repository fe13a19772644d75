import type { Session } from "../../effects.ts";
import type { Submodel } from "../../onnx/write/cut.ts";
import type { Node } from "../../onnx/wire/node.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { findObstacles, type Obstacle } from "./obstacle.ts";
import {
  closureOf,
  cutPart,
  leaveOut,
  openPart,
  type Part,
  planWhole,
  type Tapped,
} from "./tapped_part.ts";

type Tensors = ReadonlyMap<string, Tensor>;

/** A loaded network that gives what it can where the runtime does not run some of its nodes. */
export interface PartialSession {
  /** What stands in the way of some taps whatever is fed. */
  readonly obstacles: readonly Obstacle[];
  /**
   * Runs it on its inputs, both by name.
   *
   * @param outputs Those that are wanted; all by default.
   */
  run(inputs: Tensors, outputs?: readonly string[]): Promise<PartialRun>;
  /** Cuts what it runs, whatever is fed, for others to load. */
  cut(): Submodel;
  close(): Promise<void>;
}

/** What a run gave, and what stood in the way of the outputs that are missing. */
export interface PartialRun {
  readonly outputs: Tensors;
  readonly obstacles: readonly Obstacle[];
}

interface OpenPart {
  readonly part: Part;
  readonly session: Session;
  readonly obstacles: readonly Obstacle[];
}

/**
 * Loads what some taps need of a model. Where the runtime refuses it, or weights
 * cannot be read, the nodes at fault are found and the rest is loaded; so it is
 * where a run fails.
 *
 * @throws {Error} If the runtime refuses the model whatever nodes it has.
 */
export async function openPartial(tapped: Tapped): Promise<PartialSession> {
  const loaded = await openWhole(tapped);
  let fallback: OpenPart | null = null;
  const find = async (fed: Fed, failure: unknown): Promise<PartialRun> => {
    const known = fallback && await tryFallback(tapped, fallback, fed);
    if (known !== null) return known;
    await fallback?.session.close();
    fallback = null;
    fallback = await openAround(
      tapped,
      loaded.part,
      failure,
      (nodes) => tryRunning(tapped, nodes, fed.inputs),
    );
    return await runFallback(fallback, fed);
  };
  return {
    obstacles: loaded.obstacles,
    run: async (inputs, outputs) => {
      try {
        return { outputs: await loaded.session.run(inputs, outputs), obstacles: [] };
      } catch (failure) {
        return await find({ inputs, outputs }, failure);
      }
    },
    cut: () => cutPart(tapped, loaded.obstacles.length === 0 ? null : loaded.part),
    close: async () => {
      await fallback?.session.close();
      await loaded.session.close();
    },
  };
}

/** What a network is run on, and for which outputs. */
interface Fed {
  readonly inputs: Tensors;
  readonly outputs: readonly string[] | undefined;
}

async function openWhole(tapped: Tapped): Promise<OpenPart> {
  const part = planWhole(tapped);
  try {
    return { part, session: await openPart(tapped, null), obstacles: [] };
  } catch (refusal) {
    return await openAround(tapped, part, refusal, (nodes) => tryOpening(tapped, nodes));
  }
}

async function openAround(
  tapped: Tapped,
  part: Part,
  failure: unknown,
  trial: (nodes: readonly Node[]) => Promise<unknown>,
): Promise<OpenPart> {
  const obstacles = await findObstacles(tapped.model, part.nodes, trial);
  if (obstacles.length === 0) throw failure;
  const rest = leaveOut(tapped.model, part, obstacles.map(({ node }) => node));
  return { part: rest, session: await openPart(tapped, rest), obstacles };
}

// What stood in the way of one photo may not stand in that of another.
async function tryFallback(
  tapped: Tapped,
  fallback: OpenPart,
  fed: Fed,
): Promise<PartialRun | null> {
  for (const { node } of fallback.obstacles) {
    if (await tryRunning(tapped, closureOf(tapped.model, node), fed.inputs) === null) return null;
  }
  try {
    return await runFallback(fallback, fed);
  } catch {
    return null; // another node fails on this one
  }
}

async function runFallback(
  { session, obstacles }: OpenPart,
  { inputs, outputs }: Fed,
): Promise<PartialRun> {
  return { outputs: await session.run(inputs, outputs), obstacles };
}

async function tryOpening(tapped: Tapped, nodes: readonly Node[]): Promise<unknown> {
  try {
    await (await openPart(tapped, { nodes, taps: [] })).close();
    return null;
  } catch (error) {
    return error;
  }
}

async function tryRunning(
  tapped: Tapped,
  nodes: readonly Node[],
  inputs: Tensors,
): Promise<unknown> {
  try {
    const session = await openPart(tapped, { nodes, taps: [] });
    try {
      await session.run(inputs);
    } finally {
      await session.close();
    }
    return null;
  } catch (error) {
    return error;
  }
}
