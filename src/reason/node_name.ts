/** A node of a graph, as a reason tells of it. */
export interface NamedNode {
  /** Its operator, such as `Conv`. */
  readonly op: string;
  /** Empty where the file gives none. */
  readonly node: string;
}

/** Names a node by its operator, and by its own name where it has one. */
export function nameNode({ op, node }: NamedNode): string {
  return node === "" ? op : `${op} "${node}"`;
}
