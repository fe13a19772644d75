import type { Runtime, Session } from "../effects.ts";
import { encodeGraph } from "../onnx/encode.ts";
import {
  planSpread,
  SPREAD,
  SPREAD_INPUT,
  SPREAD_WEIGHTS,
  type Spreading,
} from "../onnx/spread.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** What spreads weights over pictures. */
export interface Spreader {
  /** Adds up pictures [n, inChannels, …], shifted, by weights [inChannels, outChannels / group, …]. */
  spread(pictures: Tensor, weights: Tensor, spreading: Spreading): Promise<Tensor>;
  close(): Promise<void>;
}

/** Makes a spreader, whose sessions serve all layers that step alike. */
export function createSpreader(runtime: Runtime): Spreader {
  const sessions = new Map<string, Session>();
  const open = async (spreading: Spreading): Promise<Session> => {
    const key = JSON.stringify([spreading.steps, spreading.group]);
    const known = sessions.get(key);
    if (known !== undefined) return known;
    const bytes = encodeGraph(planSpread(spreading));
    const opened = await runtime.open({ bytes, externalData: [], inputs: [], outputs: [SPREAD] });
    sessions.set(key, opened);
    return opened;
  };
  return {
    spread: async (pictures, weights, spreading) => {
      const session = await open(spreading);
      const fed = new Map([[SPREAD_INPUT, pictures], [SPREAD_WEIGHTS, weights]]);
      return (await session.run(fed)).get(SPREAD)!;
    },
    close: async () => {
      for (const session of sessions.values()) await session.close();
    },
  };
}
