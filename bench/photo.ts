import { imageCodec } from "../src/host/photo/image_codec.ts";
import type { Raster } from "../src/raster/raster.ts";
import { createRandom, type Random } from "../tests/support/random.ts";
import { PHOTO } from "./network/network.ts";

const WAVES = 12;
const DISCS = 10;
const NOISE = 6; // grey levels

/** Writes a seeded picture that has what photos have: slopes, edges, texture and noise. */
export async function writePhoto(path: string, seed: number): Promise<void> {
  const caption = { title: "", description: "" };
  await Deno.writeFile(path, await imageCodec.encodePng(drawPhoto(seed), caption));
}

function drawPhoto(seed: number): Raster {
  const { width, height, channels } = PHOTO;
  const random = createRandom(seed);
  const data = new Uint8Array(channels * width * height);
  for (let c = 0; c < channels; c++) {
    const layers = [...drawWaves(random), ...drawDiscs(random)];
    const noise = random.floats(width * height, -NOISE, NOISE);
    for (let i = 0; i < noise.length; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      const level = layers.reduce((sum, layer) => sum + layer(x, y), 128 + noise[i]!);
      data[channels * i + c] = Math.max(0, Math.min(255, level));
    }
  }
  return { width, height, channels, data };
}

/** What a place adds to the level of its pixel. */
type Layer = (x: number, y: number) => number;

// The finer, the fainter, as in photos.
function drawWaves(random: Random): Layer[] {
  return Array.from({ length: WAVES }, (_, i) => {
    const [angle = 0, phase = 0] = random.floats(2, 0, 2 * Math.PI);
    const frequency = 0.01 * 1.4 ** i;
    const [fx, fy] = [frequency * Math.cos(angle), frequency * Math.sin(angle)];
    return (x, y) => 40 / (i + 1) * Math.sin(2 * Math.PI * (fx * x + fy * y) + phase);
  });
}

function drawDiscs(random: Random): Layer[] {
  return Array.from({ length: DISCS }, () => {
    const [x0, y0] = [random.whole(0, PHOTO.width), random.whole(0, PHOTO.height)];
    const radius = random.whole(8, 50);
    const level = random.whole(-60, 60);
    return (x, y) => Math.hypot(x - x0, y - y0) < radius ? level : 0;
  });
}
