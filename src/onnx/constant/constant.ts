import type { Tensor } from "../../tensor/tensor.ts";
import type { DataType } from "../wire/proto.ts";

/** A tensor that does not depend on the model's inputs. Its data are read when it is evaluated. */
export interface Constant {
  /** How long it is along each axis. */
  readonly dims: readonly number[];
  /** How the file stores what the tensor is made from, such as `int8`. */
  readonly stored: DataType;
  /** Whether it is made from whole numbers by a scale. */
  readonly quantized: boolean;
  /** The tensor of the file that it is made from. */
  readonly origin: string;
  /** Where the file stores it; tensors that are stored once and made ready twice share it. */
  readonly storage: string;
  /** How many nodes make it; one that is used twice counts twice, as it is computed twice. */
  readonly steps: number;
  /** Reads the data and computes the values, as float32. */
  evaluate(): Tensor;
}
