import assert from "node:assert/strict";
import { generate } from "../../src/generate.ts";
import { readEventFile } from "../support/board/event_file.ts";
import { encodePhoto } from "../support/report/memory_effects.ts";
import { configureTiny, createTinyWorld } from "../support/report/tiny_site.ts";

Deno.test("a grid that is too large for TensorBoard is left out there, and told", async () => {
  const world = createTinyWorld();
  const grid = { nrow: 2, padding: 2000 }; // 6,012 pixels a side
  await generate(configureTiny({ grid }), world.effects, { tensorboard: "runs" });
  const [file] = world.beside.values();
  const images = readEventFile(file as Uint8Array).filter(({ image }) => image !== null);
  assert(!images.some(({ tag }) => tag === "conv1/maps"));
  assert(images.some(({ tag }) => tag === "photo"));
  assert(world.written.has("tiny/conv1/maps/cat.png"));
  assert(world.warnings.includes(
    'TensorBoard\'s files leave out "maps/cat.png" of tiny, conv1: it is too large for that',
  ));
});

Deno.test("more photos than TensorBoard shows are told, with what shows them all", async () => {
  const photo = encodePhoto({ width: 9, height: 9 });
  const more = Array.from({ length: 9 }, (_, i) => [`photos/${i}.png`, photo] as const);
  const world = createTinyWorld(Object.fromEntries(more));
  await generate(configureTiny(), world.effects, { tensorboard: "runs" });
  assert(world.warnings.includes(
    "TensorBoard shows 10 of 11 photos unless it is started with --samples_per_plugin images=0",
  ));
});
