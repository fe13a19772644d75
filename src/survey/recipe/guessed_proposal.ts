import type { PresetName } from "../../config/preprocess/presets.ts";
import type { ImageInput } from "../../onnx/input/feed.ts";
import type { Model } from "../../onnx/graph/model.ts";
import type { Guess } from "../../reason/recipe_origins.ts";
import { proposeFamily } from "./family.ts";
import type { ReadModel } from "./graph_proposal.ts";
import type { Proposal } from "./proposal.ts";

/** What speaks for a family, and what models that it is like mostly take. */
type Sign = readonly [guess: Guess, family: PresetName, shows: (read: SignedModel) => boolean];

interface SignedModel extends Pick<ReadModel, "model" | "image"> {
  readonly channels: number | null;
}

// The first that shows decides.
const SIGNS: readonly Sign[] = [
  ["caffe", "caffe", ({ model, channels }) => /caffe/i.test(model.producer) && channels !== 1],
  ["cntk", "raw", ({ model }) => /cntk/i.test(model.producer)],
  ["gray", "unit", ({ channels }) => channels === 1],
  ["detector", "unit", ({ model, image }) => isDetector(model, image)],
  ["painter", "unit", ({ model, image }) => isPainter(model, image)],
  ["tensorflow", "inception", ({ model, image }) => isFromTensorflow(model, image)],
  ["small", "inception", ({ image }) => isSmall(image)],
  ["colour", "imagenet", () => true],
];

/** Guesses a preprocessing by what a model looks like. */
export function guessProposal(
  { model, image }: Pick<ReadModel, "model" | "image">,
  channels: number | null,
): Proposal {
  const [guess, family] = SIGNS.find(([, , shows]) => shows({ model, image, channels }))!;
  const origin = { code: "recipe-guessed", guess } as const;
  const proposal = proposeFamily(family, { origin, sure: false });
  return guess === "detector" ? { ...proposal, way: LETTERBOX } : proposal;
}

const LETTERBOX: Proposal["way"] = { kind: "whole", fit: "contain", margin: 114 };

const LEAST_BOXES = 1000;
const SIDE_STEP = 32;

// A box, whether it is one, and the 80 classes of COCO; for one anchor and for three.
const BOX_SIZES: readonly unknown[] = [85, 255];

// YOLO's, from version 5 on: an input "images" of multiples of 32, and thousands of boxes; and those
// before, by the numbers of a box.
function isDetector(model: Model, { name, height, width }: ImageInput): boolean {
  const steps = [height, width].every((side) => side === null || side % SIDE_STEP === 0);
  return steps &&
    listOutputs(model).some((dims) =>
      dims.length >= 3 && dims.some((dim) => BOX_SIZES.includes(dim)) ||
      dims.length === 3 && name === "images" && dims.some((dim) => Number(dim) >= LEAST_BOXES)
    );
}

// It gives a photo as large as what it takes, or larger.
function isPainter(model: Model, image: ImageInput): boolean {
  const last = isFromTensorflow(model, image);
  return listOutputs(model).some((dims) => {
    if (dims.length !== 4) return false;
    const [channels, height, width] = last
      ? [dims[3], dims[1], dims[2]]
      : [dims[1], dims[2], dims[3]];
    const paints = channels === 3 || last && channels === 1; // those of TensorFlow mask too
    return paints && isAtLeast(height, image.height) && isAtLeast(width, image.width);
  });
}

function isAtLeast(side: unknown, least: number | null): boolean {
  return typeof side === "number" && least !== null && side >= least;
}

function isFromTensorflow({ producer }: Model, { layout }: ImageInput): boolean {
  return layout === "NHWC" || layout === "HWC" || /tf2onnx|keras|tensorflow/i.test(producer);
}

// As CIFAR's, which are shown to networks from -1 to 1, or about so.
const SMALL = 64;

function isSmall({ height, width }: ImageInput): boolean {
  return height !== null && width !== null && Math.max(height, width) <= SMALL;
}

// What nothing reads is what a model gives.
function listOutputs({ graph }: Model): readonly (readonly unknown[])[] {
  return [...graph.declared.values()]
    .filter(({ name }) => graph.producers.has(name) && !graph.consumers.has(name))
    .map(({ dims }) => dims ?? []);
}
