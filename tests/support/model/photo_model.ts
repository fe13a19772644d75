import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";
import type { InputText, ModelText, NodeText } from "./onnx_model.ts";
import type { TensorText } from "./onnx_tensor.ts";

/** A network that reads a photo, as far as it tells how. */
export interface PhotoModelText
  extends Partial<Pick<ModelText, "producer" | "metadata" | "declared">> {
  /** @default {[1, 3, 224, 224]} */
  readonly input?: InputText;
  /** @default {"photo"} */
  readonly name?: string;
  /** The nodes between the photo and the tensor `seen`. @default None. */
  readonly before?: readonly NodeText[];
  readonly initializers?: Readonly<Record<string, TensorText>>;
  /** How many channels the first convolution reads. @default {3} */
  readonly channels?: number;
  /** The nodes that read the maps `map`. @default A Relu. */
  readonly behind?: readonly NodeText[];
}

/** Describes a network of one convolution, and of what stands around it. */
export function describePhotoModel(
  { input = [1, 3, 224, 224], name = "photo", before = [], channels = 3, ...text }: PhotoModelText,
): ModelText {
  const { initializers = {}, behind = [RELU], ...rest } = text;
  const seen = before.length === 0 ? name : "seen";
  return {
    ...rest,
    nodes: [...before, { op: "Conv", inputs: [seen, "w"], outputs: ["map"] }, ...behind],
    initializers: {
      w: randomTensor(createRandom(60), [8, channels, 3, 3], -1, 1),
      ...initializers,
    },
    inputs: { [name]: input },
  };
}

const RELU: NodeText = { op: "Relu", inputs: ["map"], outputs: ["lit"] };
