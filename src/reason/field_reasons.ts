import { type NamedNode, nameNode } from "./node_name.ts";

/** Why it is not known what cells read, and why kernels are not shown in pixels. */
export const FIELD_REASONS = {
  "field-unknown": () => "its receptive field is not known",
  "field-unknown-behind": (node: NamedNode) =>
    `its receptive field is not known behind ${nameNode(node)}`,
  "field-unknown-in-body": ({ op, node }: NamedNode) =>
    `its receptive field is not known in the body of ${op} "${node}"`,
  "field-empty": () => "it reads nothing of the photo",
  "field-of-each-cell": () => "each cell has a receptive field of its own, and there are too many",
  "field-whole": () => "its cells read the whole photo",
  "field-uneven": () => "its cells do not read alike",
  "field-too-large": (
    { size, most }: { readonly size: readonly number[]; readonly most: number },
  ) => `its receptive field of ${size.join(" x ")} pixels is larger than ${most}`,
  "composed-too-many": ({ most }: { readonly most: number }) =>
    `the model has so many kernels that their pictures would hold more than ${most} pixels`,
  "no-photo-input": () => "no input takes a photo",
  "never-excited": () => "no photo excites a kernel",
  "node-in-the-way": (node: NamedNode) => `${nameNode(node)} stands in the way`,
  "not-asked-for": () => "they take long, and this report was made without them",
};
