import assert from "node:assert/strict";
import type { Model } from "../../src/onnx/graph/model.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import type { Span } from "../../src/onnx/wire/wire.ts";
import { encodeHiddenModel } from "../support/model/hidden_model.ts";
import type { Random } from "../support/random.ts";
import { readAll } from "../support/model/read_all.ts";
import { countRounds, createChance } from "../support/rounds.ts";
import { sharedPath, testShared } from "../support/shared.ts";

const TRIES = countRounds(1000, 10_000); // of each model

type Register = (name: string, run: () => Promise<void>) => void;

/** A model that is damaged. */
interface Whole {
  readonly file: string;
  /** How many layers' kernels are read at most. */
  readonly limit: number;
  readonly register: Register;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

// [file, how many layers' kernels are read at most]
const files: readonly (readonly [string, number])[] = [
  ["edge/conv_qdq_s8s8_perchannel.onnx", Infinity],
  ["edge/mnist-1-cntk-constants.onnx", Infinity],
  ["mnist-8.onnx", Infinity],
  ["selfie-segmentation-landscape.onnx", 3],
  ["alexnet-features-fp32.onnx", 1],
];

const models: readonly Whole[] = [
  {
    file: "a model that hides its convolutions",
    limit: Infinity,
    register: Deno.test,
    read: () => Promise.resolve(encodeHiddenModel()),
  },
  ...files.map(([file, limit]) => ({
    file,
    limit,
    register: testShared,
    read: () => Deno.readFile(sharedPath(`corpus/models/${file}`)),
  })),
];

for (const { file, limit, register, read } of models) {
  register(`reading ${file} cut off at any byte ends in a value or an error`, async () => {
    const bytes = await read();
    const random = createChance(file.length);
    for (let i = 0; i < TRIES; i++) {
      const end = random.whole(0, bytes.length - 1);
      try {
        readAll(bytes.subarray(0, end), limit);
      } catch (cause) {
        throw new Error(`Cannot read ${file} up to byte ${end}`, { cause });
      }
    }
  });

  register(`reading ${file} with any byte changed ends in a value or an error`, async () => {
    const bytes = await read();
    const random = createChance(file.length);
    const structure = listStructure(readModel(bytes), bytes.length);
    const outcomes = new Set<string>();
    for (let i = 0; i < TRIES; i++) {
      const place = i % 2 === 0 ? pickWithin(structure, random) : random.whole(0, bytes.length - 1);
      const before = bytes[place]!;
      bytes[place] = before ^ random.whole(1, 255);
      try {
        outcomes.add(Object.keys(readAll(bytes, limit))[0]!);
      } catch (cause) {
        throw new Error(`Cannot read ${file} with ${bytes[place]} at byte ${place}`, { cause });
      }
      bytes[place] = before;
    }
    assert.deepEqual([...outcomes].sort(), ["layers", "message"]); // both ends are reached
  });
}

// The bytes that are no numbers of weights: there are few, and each means much.
function listStructure({ graph }: Model, fileLength: number): Span[] {
  const heads = [...graph.initializers.values()].map(({ field, raw }) => ({
    start: field.tagStart,
    end: raw?.start ?? Math.min(field.end, field.start + 100),
  }));
  const nodes = graph.nodes.map(({ field, op }) => ({
    start: field.tagStart,
    end: op === "Constant" ? Math.min(field.end, field.start + 100) : field.end,
  }));
  return [...heads, ...nodes].filter(({ end }) => end <= fileLength); // others are not in the file
}

function pickWithin(spans: readonly Span[], random: Random): number {
  let left = random.whole(0, spans.reduce((sum, { start, end }) => sum + end - start, 0) - 1);
  for (const { start, end } of spans) {
    if (left < end - start) return start + left;
    left -= end - start;
  }
  return spans[0]!.start;
}
