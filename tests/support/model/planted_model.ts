import { createTensor, type Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom, type Random } from "../random.ts";
import { encodeModel, type NodeText } from "./onnx_model.ts";
import { store, type TensorText } from "./onnx_tensor.ts";

/** Weights [kernels, inputs, side, side] and biases of a layer, to put something in place of random ones. */
export interface PlantedWeights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** How many weights a kernel has. */
  readonly size: number;
  /** Writes the weights of a kernel, by the input and the cell [y, x] that each is of. */
  write(k: number, weigh: (input: number, cell: number) => number): void;
}

/** A layer of a planted network. */
export interface PlantedLayer {
  readonly name: string;
  /** The side of its kernels. @default {3} */
  readonly side?: number;
  readonly group?: number;
  readonly pad?: number;
  /** What it reads beside the maps before it: these again, or planes that are the same on every photo. */
  readonly beside?: "maps" | "planes";
  readonly plant?: (planted: PlantedWeights) => void;
  /** What is done to the levels of its weights and the scale of each kernel where these are int8. */
  readonly damage?: (levels: Int8Array, scales: Float32Array) => void;
}

/** How the weights of a network are stored. */
export interface PlantedForm {
  /** @default {"float32"} */
  readonly weights?: "float32" | "int8";
}

/** How many kernels each layer has. */
export const PLANTED_WIDTH = 16;
/** The inputs that are planes: a ramp to the right, one downwards, and ones. */
export const PLANES = { right: 16, down: 17, ones: 18 } as const;

const SIDE = 48;

/** Encodes a network of 48 x 48 pixels of layers of random weights, into which something is planted. */
export function encodePlantedModel(
  layers: readonly PlantedLayer[],
  { weights: stored = "float32" }: PlantedForm = {},
): Uint8Array<ArrayBuffer> {
  const random = createRandom(77);
  const nodes: NodeText[] = [];
  const initializers: Record<string, TensorText> = {};
  let [input, inputs, side] = ["photo", 3, SIDE];
  for (const layer of layers) {
    const { name, group = 1, pad = 0, beside, side: kernel = 3 } = layer;
    if (beside !== undefined) {
      const other = beside === "maps" ? input : `${name}.planes`;
      if (beside === "planes") initializers[other] = makePlanes(side);
      const joined = `${name}.joined`;
      nodes.push({
        ...{ op: "Concat", inputs: [input, other], outputs: [joined] },
        int: { axis: 1 },
      });
      [input, inputs] = [joined, inputs + (beside === "maps" ? inputs : 3)];
    }
    const dims = [PLANTED_WIDTH, inputs / group, kernel, kernel] as const;
    const { weights, bias } = makeLayer(random, dims, layer);
    if (stored === "float32") initializers[`${name}.weight`] = weights;
    else quantize(weights, layer, { nodes, initializers });
    initializers[`${name}.bias`] = bias;
    nodes.push({
      ...{ op: "Conv", name, outputs: [`${name}.maps`] },
      inputs: [input, `${name}.weight`, `${name}.bias`],
      ints: { pads: [pad, pad, pad, pad] },
      int: { group },
    });
    nodes.push({ op: "Relu", inputs: [`${name}.maps`], outputs: [`${name}.lit`] });
    [input, inputs, side] = [`${name}.lit`, PLANTED_WIDTH, side + 2 * pad - kernel + 1];
  }
  return encodeModel({ nodes, initializers, inputs: { photo: [1, 3, SIDE, SIDE] } });
}

// Whole numbers from -127 to 127, with a scale a kernel.
function quantize(
  { data, dims }: Tensor,
  { name, damage }: PlantedLayer,
  { nodes, initializers }: {
    readonly nodes: NodeText[];
    readonly initializers: Record<string, TensorText>;
  },
): void {
  const size = data.length / dims[0]!;
  const scales = Float32Array.from(
    { length: dims[0]! },
    (_, k) => Math.max(...data.slice(k * size, (k + 1) * size).map(Math.abs)) / 127,
  );
  const levels = Int8Array.from(data, (w, i) => Math.round(w / scales[Math.floor(i / size)]!));
  damage?.(levels, scales);
  const [stored, scale] = [`${name}.levels`, `${name}.scale`];
  initializers[stored] = store("int8", dims, levels);
  initializers[scale] = createTensor(scales, [dims[0]!]);
  nodes.push({
    ...{ op: "DequantizeLinear", inputs: [stored, scale], outputs: [`${name}.weight`] },
    int: { axis: 0 },
  });
}

function makePlanes(side: number): Tensor {
  const place = (i: number): readonly [number, number] => [i % side, Math.floor(i / side)];
  const planes = Float32Array.from({ length: 3 * side * side }, (_, i) => {
    const [x, y] = place(i % (side * side));
    return [x / side, y / side, 1][Math.floor(i / (side * side))]!;
  });
  return createTensor(planes, [1, 3, side, side]);
}

// Weights of mean 0, so that what is even adds up to little, and maps of about the same size.
function makeLayer(
  random: Random,
  dims: readonly [number, number, number, number],
  { plant }: PlantedLayer,
): { readonly weights: Tensor; readonly bias: Tensor } {
  const cells = dims[2] * dims[3];
  const size = dims[1] * cells;
  const weights = random.floats(dims[0] * size, -1, 1).map((w) => 2 * w / Math.sqrt(size));
  const bias = random.floats(dims[0], 0, 0.2);
  const write: PlantedWeights["write"] = (k, weigh) => {
    for (let i = 0; i < size; i++) {
      weights[k * size + i] = weigh(Math.floor(i / cells), i % cells);
    }
  };
  plant?.({ weights, bias, size, write });
  return { weights: createTensor(weights, dims), bias: createTensor(bias, [dims[0]]) };
}
