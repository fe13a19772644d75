import { type Node, readNode } from "../wire/node.ts";
import { ATTRIBUTE, FUNCTION } from "../wire/proto.ts";
import { type ByteSource, type Field, readString, walkFields } from "../wire/wire.ts";

/** What a FunctionProto says of itself. */
export interface FunctionBody {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly nodes: readonly Node[];
  readonly opsets: readonly Field[];
  /** The attributes that have a default, by name. */
  readonly defaults: ReadonlyMap<string, Field>;
}

/** Reads a FunctionProto. */
export function readFunction(source: ByteSource, field: Field): FunctionBody {
  const parts = [...walkFields(source, field)];
  const all = (no: number) => parts.filter((part) => part.no === no);
  return {
    inputs: all(FUNCTION.input).map((part) => readString(source, part)),
    outputs: all(FUNCTION.output).map((part) => readString(source, part)),
    nodes: all(FUNCTION.node).map((part) => readNode(source, part)),
    opsets: all(FUNCTION.opsetImport),
    defaults: nameAttributes(source, all(FUNCTION.attributeDefault)),
  };
}

/** Puts attributes under their names. */
export function nameAttributes(
  source: ByteSource,
  attributes: readonly Field[],
): Map<string, Field> {
  return new Map(attributes.map((attribute) => {
    const name = [...walkFields(source, attribute)].find(({ no }) => no === ATTRIBUTE.name);
    return [name === undefined ? "" : readString(source, name), attribute];
  }));
}
