import type { CellBlock } from "../graph/cell_block.ts";
import { GRAPH } from "../wire/proto.ts";
import { encodeNode, encodeTensor } from "./encode.ts";

// From then on, Slice takes what it cuts as tensors.
const SLICED_BY_TENSORS = 10;

const ROWS = 2; // the axis of maps [batch, channels, height, width]

/**
 * Encodes what tells of each map of a tensor [batch, channels, height, width] the largest number among
 * some cells, and their mean: [batch, channels, 2, 1]. Where a cell is no number, neither is the mean,
 * and the largest may be any.
 */
export function encodeLargest(
  tensor: string,
  output: string,
  { block, opset }: { readonly block: CellBlock; readonly opset: number },
): Uint8Array<ArrayBuffer>[] {
  const [part, most, mean] = ["part", "most", "mean"].map((name) => `${output}_${name}`) as [
    string,
    string,
    string,
  ];
  const nodes = [
    { op: "GlobalMaxPool", inputs: [part], outputs: [most] },
    { op: "GlobalAveragePool", inputs: [part], outputs: [mean] },
    { op: "Concat", inputs: [most, mean], outputs: [output], attributes: { axis: ROWS } },
  ];
  return [
    ...encodeSlice(tensor, part, { block, opset }),
    ...nodes.map((node) => encodeNode(GRAPH.node, node)),
  ];
}

function encodeSlice(
  tensor: string,
  output: string,
  { block: { rows, columns }, opset }: { readonly block: CellBlock; readonly opset: number },
): Uint8Array<ArrayBuffer>[] {
  const cuts = {
    starts: [rows.from, columns.from],
    ends: [rows.past, columns.past],
    axes: [ROWS, ROWS + 1],
  };
  if (opset < SLICED_BY_TENSORS) {
    const slice = { op: "Slice", inputs: [tensor], outputs: [output], attributes: cuts };
    return [encodeNode(GRAPH.node, slice)];
  }
  const named = Object.entries(cuts).map(([name, places]) =>
    [`${output}_${name}`, places] as const
  );
  const inputs = [tensor, ...named.map(([name]) => name)];
  return [
    encodeNode(GRAPH.node, { op: "Slice", inputs, outputs: [output] }),
    ...named.map(([name, places]) => {
      const data = BigInt64Array.from(places, BigInt);
      return encodeTensor(GRAPH.initializer, name, { data, dims: [places.length] });
    }),
  ];
}
