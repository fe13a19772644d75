import type { Runtime, Session } from "../../effects.ts";
import { encodeGraph, type NewGraph } from "../../onnx/write/encode.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** What runs graphs that are written for it, and keeps them for the next layer that needs the like. */
export interface GraphRunner {
  /** Runs a graph without constants on its inputs and gives its only output. */
  run(graph: NewGraph, inputs: ReadonlyMap<string, Tensor>): Promise<Tensor>;
  close(): Promise<void>;
}

// Most networks take few kinds of steps.
const MOST_KEPT = 16;
// A session holds on to the memory of its largest run; opening one for as much is no matter.
const LARGEST_KEPT = 1 << 18;

/** Makes a runner of graphs; a session serves all graphs that are the same. */
export function createGraphRunner(runtime: Runtime): GraphRunner {
  const sessions = new Map<string, Session>();
  const open = async (graph: NewGraph, key: string): Promise<Session> => {
    const known = sessions.get(key);
    if (known !== undefined) return known;
    const [oldest] = sessions;
    if (oldest !== undefined && sessions.size >= MOST_KEPT) await drop(oldest[0]);
    const { outputs } = graph;
    const bytes = encodeGraph(graph);
    const session = await runtime.open({ bytes, externalData: [], inputs: [], outputs });
    sessions.set(key, session);
    return session;
  };
  const drop = async (key: string): Promise<void> => {
    const session = sessions.get(key);
    sessions.delete(key);
    await session?.close();
  };
  return {
    run: async (graph, inputs) => {
      const key = JSON.stringify([graph.nodes, [...graph.inputs], graph.outputs]);
      const session = await open(graph, key);
      const output = (await session.run(inputs)).get(graph.outputs[0]!)!;
      const largest = Math.max(...[...inputs.values(), output].map(({ data }) => data.length));
      if (largest > LARGEST_KEPT) await drop(key);
      return output;
    },
    close: async () => {
      for (const key of [...sessions.keys()]) await drop(key);
    },
  };
}
