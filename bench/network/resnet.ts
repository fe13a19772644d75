import type { Architecture } from "./architecture.ts";
import { addConv, addDense, addNode, addPool, type ConvOptions, type Network } from "./network.ts";

/** What a unit of a residual network convolves, one behind the other. */
type Unit = (width: number, stride: number) => readonly (readonly [number, ConvOptions])[];

const basic: Unit = (width, stride) => [[width, { size: 3, stride }], [width, { size: 3 }]];

// The second convolution steps, not the first, as in torchvision.
const bottleneck: Unit = (width, stride) => [
  [width, { size: 1 }],
  [width, { size: 3, stride }],
  [4 * width, { size: 1 }],
];

/** ResNet-18 as torchvision has it. */
export const resnet18 = createResnet(basic, [2, 2, 2, 2]);

/** ResNet-50 as torchvision has it. */
export const resnet50 = createResnet(bottleneck, [3, 4, 6, 3]);

function createResnet(unit: Unit, depths: readonly number[]): Architecture {
  return {
    addFeatures: (net) => {
      addConv(net, 64, { size: 7, stride: 2 });
      addNode(net, "Relu");
      addPool(net, 3, 2, 1);
      for (const [stage, depth] of depths.entries()) {
        for (let i = 0; i < depth; i++) {
          const stride = i === 0 && stage > 0 ? 2 : 1;
          addUnit(net, unit(64 << stage, stride), stride);
        }
      }
    },
    addClassifier: (net) => {
      addNode(net, "GlobalAveragePool");
      addNode(net, "Flatten");
      addDense(net, 1000);
    },
  };
}

function addUnit(net: Network, layers: ReturnType<Unit>, stride: number): void {
  const read = { last: net.last, channels: net.channels };
  for (const [i, [channels, options]] of layers.entries()) {
    addConv(net, channels, options);
    if (i < layers.length - 1) addNode(net, "Relu");
  }
  const { last, channels } = net;
  Object.assign(net, read);
  if (stride > 1 || read.channels !== channels) addConv(net, channels, { size: 1, stride });
  addNode(net, "Add", { inputs: [last, net.last] });
  addNode(net, "Relu");
  net.channels = channels;
}
