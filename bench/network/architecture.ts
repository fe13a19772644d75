import type { Network } from "./network.ts";

/** How a network is built, in two parts. */
export interface Architecture {
  /** Adds all up to its last convolution and what follows that. */
  addFeatures(net: Network): void;
  /** Adds what makes classes of that. */
  addClassifier(net: Network): void;
}
