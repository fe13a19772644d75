/** What a selector looks at: a convolution's node name, which may be empty, and its operator. */
export interface SelectableLayer {
  readonly name: string;
  readonly op: string;
}
