/** Words of another program. */
interface Foreign {
  readonly text: string;
}

/** What the runtime says, and what nothing here has words for. */
export const RUNTIME_REASONS = {
  "runtime-refuses": ({ text }: Foreign): string => `onnxruntime refuses the model: ${text}`,
  "runtime-fails": ({ text }: Foreign): string => `onnxruntime cannot run the model: ${text}`,
  "runtime-type": ({ tensor }: { readonly tensor: string }): string =>
    `Cannot read tensor "${tensor}": it is no float32`,
  "too-many-refused": ({ most }: { readonly most: number }): string =>
    `more than ${most} nodes are refused, the rest is not tried`,
  "thread-ended": ({ text }: Foreign): string => `the thread that worked on it ended: ${text}`,
  "unforeseen": ({ text }: Foreign): string => text,
};
