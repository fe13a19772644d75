import type { Architecture } from "./architecture.ts";
import { addConv, addDense, addNode, addPool } from "./network.ts";

const BLOCKS = [[64, 64], [128, 128], [256, 256, 256], [512, 512, 512], [512, 512, 512]];

/** VGG-16 as torchvision has it. */
export const vgg16: Architecture = {
  addFeatures: (net) => {
    for (const block of BLOCKS) {
      for (const channels of block) {
        addConv(net, channels, { size: 3 });
        addNode(net, "Relu");
      }
      addPool(net, 2, 2);
    }
  },
  addClassifier: (net) => {
    addNode(net, "Flatten");
    net.channels *= 7 * 7;
    for (const channels of [4096, 4096]) {
      addDense(net, channels);
      addNode(net, "Relu");
    }
    addDense(net, 1000);
  },
};
