import { type NamedNode, nameNode } from "./node_name.ts";

/** Why it is not known what cells read, and why kernels are not shown in pixels. */
export const FIELD_REASONS = {
  "field-unknown": (): string => "its receptive field is not known",
  "field-unknown-behind": (node: NamedNode): string =>
    `its receptive field is not known behind ${nameNode(node)}`,
  "field-unknown-in-body": ({ op, node }: NamedNode): string =>
    `its receptive field is not known in the body of ${op} "${node}"`,
  "field-empty": (): string => "it reads nothing of the photo",
  "field-of-each-cell": (): string =>
    "each cell has a receptive field of its own, and there are too many",
  "field-whole": (): string => "its cells read the whole photo",
  "field-uneven": (): string => "its cells do not read alike",
  "field-too-large": (
    { size, most }: { readonly size: readonly number[]; readonly most: number },
  ): string => `its receptive field of ${size.join(" x ")} pixels is larger than ${most}`,
  "composed-too-many": ({ most }: { readonly most: number }): string =>
    `the model has so many kernels that their pictures would hold more than ${most} pixels`,
  "no-photo-input": (): string => "no input takes a photo",
  "never-excited": (): string => "no photo excites a kernel",
  "node-in-the-way": (node: NamedNode): string => `${nameNode(node)} stands in the way`,
  "not-asked-for": (): string => "they take long, and this report was made without them",
};
