import type { Model } from "../graph/model.ts";
import { tracePhoto } from "../field/photo_trace.ts";
import { describePhoto } from "./traced_photo.ts";

// The sides that networks are mostly trained on, those of ImageNet first.
const USUAL = [224, 256, 299, 227, 320, 384, 512, 640, 128, 96, 64, 48, 32, 28];

/** Finds the side of a square photo that fits a model which leaves its size open. */
export function findOpenSize(model: Model, input: string): number {
  const fitting = USUAL.find((side) => {
    const photo = describePhoto(model, input, [side, side]);
    return photo !== null && tracePhoto(model, photo, { untilMisfit: true }).misfit === null;
  });
  return fitting ?? USUAL[0]!;
}
