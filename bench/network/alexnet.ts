import type { Architecture } from "./architecture.ts";
import { addConv, addDense, addNode, addPool } from "./network.ts";

/** AlexNet as torchvision has it. */
export const alexnet: Architecture = {
  addFeatures: (net) => {
    addConv(net, 64, { size: 11, stride: 4, padding: 2 });
    addNode(net, "Relu");
    addPool(net, 3, 2);
    addConv(net, 192, { size: 5 });
    addNode(net, "Relu");
    addPool(net, 3, 2);
    for (const channels of [384, 256, 256]) {
      addConv(net, channels, { size: 3 });
      addNode(net, "Relu");
    }
    addPool(net, 3, 2);
  },
  addClassifier: (net) => {
    addNode(net, "Flatten");
    net.channels *= 6 * 6;
    for (const channels of [4096, 4096]) {
      addDense(net, channels);
      addNode(net, "Relu");
    }
    addDense(net, 1000);
  },
};
