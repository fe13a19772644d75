import type { Job, Tools } from "../../effects.ts";
import type { PhotoBytes } from "../photo_job.ts";
import { holdNetwork, type Network, pickOutputs } from "../tally/network.ts";
import { type PhotoDependences, type RunNetwork, tryPhoto } from "./tried_photo.ts";
import { readVaried } from "./varied_photo.ts";

/** A photo in its file, and what it runs through. */
export interface TrialInput extends PhotoBytes {
  readonly network: Network;
  /** The outputs whose maps are compared, by layer; null where one has none. */
  readonly outputs: readonly (string | null)[];
}

/**
 * Runs a photo through a network as it is, without its colours and without its details, and measures
 * how much of each map goes: where it runs, as another thread would need copies of all maps.
 */
export const trialJob: Job<TrialInput, PhotoDependences> = { name: "trial", work: workTrial };

async function workTrial(order: TrialInput, tools: Tools): Promise<PhotoDependences> {
  const { input, network, outputs } = order;
  const loaded = await holdNetwork(network, tools.runtime);
  const run: RunNetwork = (batch, use) =>
    loaded.run(input.feed, batch, (given) => use(pickOutputs(given, outputs)));
  return await tryPhoto(await readVaried(order, tools), input, run);
}
