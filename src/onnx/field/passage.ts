import { findConstant } from "../constant/find_constant.ts";
import type { KnownValues } from "./known_value.ts";
import type { Model } from "../graph/model.ts";
import type { Node } from "../wire/node.ts";
import { dependsOnPhoto, type Traced } from "./traced.ts";

/** A node that a trace passes, and what is known of its inputs. */
export interface Passage {
  readonly model: Model;
  readonly node: Node;
  readonly tensors: ReadonlyMap<string, Traced | Node>;
  readonly values: KnownValues;
}

/** Says what outputs of a node read of the photo: the first one, or each in order. */
export type TraceRule = (passage: Passage) => Traced | readonly Traced[];

/**
 * Gives an input of a node.
 *
 * @throws {RangeError} If it is not known what it reads, or it is left out.
 */
export function inputAt(passage: Passage, i: number): Traced {
  const { node, tensors } = passage;
  const traced = tensors.get(node.inputs[i] ?? "");
  if (traced !== undefined && "dims" in traced) return traced;
  throw new RangeError(`Cannot trace ${node.op} "${node.name}": its input ${i} is not known`);
}

/** Whether a node is given an input. */
export function hasInput({ node }: Passage, i: number): boolean {
  return (node.inputs[i] ?? "") !== "";
}

/** Gives all inputs of a node that are not left out. */
export function listInputs(passage: Passage): Traced[] {
  return passage.node.inputs.flatMap((name, i) => name === "" ? [] : inputAt(passage, i));
}

/** Gives the inputs from the i-th on that read the photo. */
export function listReading(passage: Passage, from: number): Traced[] {
  return passage.node.inputs.slice(from).flatMap((name, i) => {
    return dependsOnPhoto(passage.tensors, name) ? inputAt(passage, from + i) : [];
  });
}

/** Finds an attribute that is a whole number. */
export function findInt({ node }: Passage, name: string, otherwise: number): number {
  return node.attributes.get(name)?.int ?? otherwise;
}

/** Finds an attribute that is a text. */
export function findText({ node }: Passage, name: string, otherwise: string): string {
  return node.attributes.get(name)?.string || otherwise;
}

// Longer lists are weights.
const LONGEST_LIST = 1 << 18;

/**
 * Finds numbers that newer operators take as an input, and older ones as an attribute; null where
 * they are left out.
 *
 * @throws {RangeError} If they are computed in a way that is not followed.
 */
export function findNumbers(
  passage: Passage,
  name: string,
  input: number,
): readonly number[] | null {
  const { node, model, values } = passage;
  const attribute = node.attributes.get(name);
  const listed = attribute?.ints ?? attribute?.floats;
  if (listed !== undefined) return listed;
  const tensor = node.inputs[input] ?? "";
  if (tensor === "") return null;
  const known = values.get(tensor);
  if (known !== undefined) return known.data;
  const constant = findConstant(model, tensor);
  if (constant !== null && constant.dims.reduce((a, b) => a * b, 1) <= LONGEST_LIST) {
    return [...constant.evaluate().data];
  }
  throw new RangeError(`Cannot trace ${node.op} "${node.name}": its ${name} are not known`);
}

/** Finds which version of ONNX's operators a model uses. */
export function findOpset({ model }: Passage): number {
  return model.opsets.get("") ?? 1;
}

/** Gives an axis counted from 0 that may be counted from the last one. */
export function toAxis(axis: number, rank: number): number {
  const counted = axis < 0 ? axis + rank : axis;
  if (counted >= 0 && counted < rank) return counted;
  throw new SyntaxError(`Cannot trace tensor: it has ${rank} axes, no axis ${axis}`);
}
