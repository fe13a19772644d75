import sharp from "sharp";
import { drawBalloons } from "../../fixtures/make/balloons.ts";
import { drawBeach } from "../../fixtures/make/beach.ts";
import { paintDrawings } from "../../tests/support/dataset/painted_drawings.ts";
import { createRandom, type Random } from "../../tests/support/random.ts";

// The size and the quality of many photos of ImageNet.
const SIZE = { width: 500, height: 375 };
const QUALITY = 92;

// Each is drawn once, in a square of so many pixels; photos are parts of them, in other colours.
const SCENES = 32;
const SIDE = 640;

/** Writes so many different photos of the project's own scenes into a folder; those that are there stay. */
export async function writeScenePhotos(folder: string, count: number): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const entries = await Array.fromAsync(Deno.readDir(folder));
  const there = new Set(entries.map(({ name }) => name));
  const names = Array.from({ length: count }, (_, i) => `${String(i).padStart(5, "0")}.jpg`);
  if (names.every((name) => there.has(name))) return;
  const drawings = Array.from({ length: Math.min(SCENES, count) }, (_, seed) => drawScene(seed));
  const scenes = await Promise.all((await paintDrawings(drawings)).map(readScene));
  for (const [i, name] of names.entries()) {
    if (there.has(name)) continue;
    await Deno.writeFile(
      `${folder}/${name}`,
      await takePhoto(scenes[i % SCENES]!, createRandom(i)),
    );
  }
}

function drawScene(seed: number): string {
  return (seed % 2 === 0 ? drawBalloons : drawBeach)(seed);
}

async function readScene(png: Uint8Array): Promise<Uint8Array> {
  return await sharp(png).resize(SIDE, SIDE).raw().toBuffer();
}

async function takePhoto(scene: Uint8Array, random: Random): Promise<Uint8Array> {
  const left = random.whole(0, SIDE - SIZE.width);
  const top = random.whole(0, SIDE - SIZE.height);
  return await sharp(scene, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .extract({ left, top, ...SIZE })
    .flop(random.whole(0, 1) === 1)
    .modulate({ hue: random.whole(-40, 40), brightness: random.whole(7, 13) / 10 })
    .jpeg({ quality: QUALITY }).toBuffer();
}
