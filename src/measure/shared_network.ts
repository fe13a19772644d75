import type { Network } from "../jobs/tally/network.ts";
import type { TappedModel } from "../visit/photo/tapped_model.ts";

let networks = 0;

/** Shares a model that is loaded with all threads: each loads it for itself. */
export function shareNetwork({ feeds, fused, cut }: TappedModel): Network {
  const { bytes, externalData, ...model } = cut();
  networks++;
  return {
    id: networks,
    model: {
      ...model,
      bytes: share(bytes),
      externalData: externalData.map(({ path, data }) => ({ path, data: share(data) })),
    },
    fused,
    constants: [...feeds.constants].map(([feed, tensor]) => ({ feed, tensor })),
  };
}

function share(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
