import type { Runtime, Session } from "../effects.ts";
import type { Submodel } from "../onnx/write/cut.ts";
import { encodeGraph, type NewGraph } from "../onnx/write/encode.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** What runs graphs that are written for it, and keeps them for the next layer that needs the like. */
export interface GraphRunner {
  /** Runs a graph of few constants on its inputs and gives its only output. */
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
  const open = async (model: Submodel, key: string): Promise<Session> => {
    const known = sessions.get(key);
    if (known !== undefined) return known;
    const [oldest] = sessions;
    if (oldest !== undefined && sessions.size >= MOST_KEPT) await drop(oldest[0]);
    const session = await runtime.open(model);
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
      const bytes = encodeGraph(graph);
      const key = new TextDecoder("latin1").decode(bytes);
      const { outputs } = graph;
      const session = await open({ bytes, externalData: [], inputs: [], outputs }, key);
      const output = (await session.run(inputs)).get(outputs[0]!)!;
      const largest = Math.max(...[...inputs.values(), output].map(({ data }) => data.length));
      if (largest > LARGEST_KEPT) await drop(key);
      return output;
    },
    close: async () => {
      for (const key of [...sessions.keys()]) await drop(key);
    },
  };
}
