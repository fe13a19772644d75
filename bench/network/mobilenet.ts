import type { Architecture } from "./architecture.ts";
import { addConv, addDense, addNode, type Network } from "./network.ts";

// Of each block: how often it widens, its channels, how many units it has, and the first one's stride.
const BLOCKS = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/** MobileNetV2 as torchvision has it. */
export const mobilenetV2: Architecture = {
  addFeatures: (net) => {
    addConv(net, 32, { size: 3, stride: 2 });
    addClip(net);
    for (const [widening, channels, units, stride] of BLOCKS) {
      for (let i = 0; i < units; i++) {
        addUnit(net, channels, { widening, stride: i === 0 ? stride : 1 });
      }
    }
    addConv(net, 1280, { size: 1 });
    addClip(net);
  },
  addClassifier: (net) => {
    addNode(net, "GlobalAveragePool");
    addNode(net, "Flatten");
    addDense(net, 1000);
  },
};

function addUnit(
  net: Network,
  channels: number,
  { widening, stride }: { readonly widening: number; readonly stride: number },
): void {
  const read = { last: net.last, channels: net.channels };
  const wide = widening * read.channels;
  if (widening > 1) {
    addConv(net, wide, { size: 1 });
    addClip(net);
  }
  addConv(net, wide, { size: 3, stride, group: wide });
  addClip(net);
  addConv(net, channels, { size: 1 });
  if (stride === 1 && read.channels === channels) {
    addNode(net, "Add", { inputs: [read.last, net.last] });
  }
}

// A Relu that ends at six.
function addClip(net: Network): void {
  addNode(net, "Clip", { inputs: [net.last, "zero", "six"] });
}
