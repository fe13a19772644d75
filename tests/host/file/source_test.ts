import assert from "node:assert/strict";
import { join } from "node:path";
import { openSource } from "../../../src/host/file/source.ts";
import { freeOwnBytes } from "../../../src/tensor/freed_bytes.ts";
import { createRandom } from "../../support/random.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const SIZE = 200_000; // three windows and a part

Deno.test("openSource() reads spans as a plain read does, in any order", async () => {
  const random = createRandom(80);
  const bytes = Uint8Array.from(random.floats(SIZE, 0, 256));
  await using folder = await makeTempFolder({ "a.bin": bytes });
  const { source, close } = openSource("a.bin", folder.path);
  assert.equal(source.byteLength, SIZE);
  for (let round = 0; round < 500; round++) {
    const start = random.whole(0, SIZE);
    const longest = round % 2 === 0 ? 20 : SIZE; // headers and weights
    const end = Math.min(SIZE, start + random.whole(0, longest));
    assert.deepEqual(source.read(start, end), bytes.slice(start, end), `bytes ${start} to ${end}`);
  }
  close();
});

Deno.test("openSource() gives bytes that a later read leaves as they are", async () => {
  const bytes = Uint8Array.from({ length: SIZE }, (_, i) => i % 251);
  await using folder = await makeTempFolder({ "a.bin": bytes });
  const { source, close } = openSource("a.bin", folder.path);
  const first = source.read(0, 4);
  source.read(150_000, 150_004);
  assert.deepEqual([...first], [0, 1, 2, 3]);
  close();
});

Deno.test("openSource() gives what may be taken away without taking it from later reads", async () => {
  const bytes = Uint8Array.from({ length: SIZE }, (_, i) => i % 251);
  await using folder = await makeTempFolder({ "a.bin": bytes });
  const { source, close } = openSource("a.bin", folder.path);
  const window = 1 << 16;
  // Whole windows, the last of them shorter, and parts that begin or end with one.
  for (const start of [0, 1, window, SIZE - window, SIZE - 1000]) {
    for (const end of [start + 1, start + window - 1, start + window, start + window + 1, SIZE]) {
      if (end > SIZE) continue;
      const [kept, taken] = [source.read(start, start + 1), source.read(start, end)];
      freeOwnBytes(taken);
      assert.equal(kept[0], bytes[start], `a byte at ${start}, of which ${end - start} were taken`);
      assert.deepEqual(source.read(start, end), bytes.slice(start, end));
      assert.equal(source.read(start, start).length, 0);
    }
  }
  close();
});

Deno.test("openSource() reads nothing of an empty file", async () => {
  await using folder = await makeTempFolder({ "empty.bin": new Uint8Array(0) });
  const { source, close } = openSource("empty.bin", folder.path);
  assert.deepEqual([source.byteLength, source.read(0, 0).length], [0, 0]);
  close();
});

Deno.test("openSource() names the missing file as the config does", async () => {
  await using folder = await makeTempFolder();
  assert.throws(() => openSource("nets/a.onnx", folder.path), {
    message: 'Cannot open file "nets/a.onnx": there is no such file',
  });
});

// [what is in it, the rest of the message]
const folders: readonly [readonly string[], RegExp][] = [
  [["notes.txt"], /it is a folder; name a \.onnx file$/],
  [["b.onnx", "a.onnx"], /it is a folder with "a\.onnx", "b\.onnx"; name the file in it$/],
  [["a.onnx", "b.onnx", "c.onnx", "d.onnx"], /"c\.onnx" and 1 more; name the file in it$/],
  [["saved_model.pb", "fingerprint.pb"], /SavedModel; `python -m tf2onnx\.convert --saved-model/],
  [["inference.pdmodel"], /PaddlePaddle; `paddle2onnx --model_dir DIR/],
  [["config.json", "model.safetensors"], /Hugging Face model; `optimum-cli export onnx/],
  [["Manifest.json"], /it is a Core ML package; /],
];

for (const [names, message] of folders) {
  Deno.test(`openSource() says what a folder with ${names.join(", ")} is`, async () => {
    const files = Object.fromEntries(names.map((name) => [`net/${name}`, "x"]));
    await using folder = await makeTempFolder(files);
    assert.throws(() => openSource("net", folder.path), (error: Error) => {
      assert.match(error.message, /^Cannot open file "net": it is /);
      assert.match(error.message, message);
      return true;
    });
  });
}

// [what, how a file of 100,000 bytes changes]
const changes: readonly [string, (path: string) => Promise<void>][] = [
  ["longer", (path) => Deno.writeFile(path, new Uint8Array(1), { append: true })],
  ["shorter", (path) => Deno.truncate(path, 50_000)],
  ["overwritten in its place", (path) => Deno.writeFile(path, new Uint8Array(100_000).fill(7))],
];

for (const [what, change] of changes) {
  Deno.test(`openSource() tells when its file became ${what}`, async () => {
    await using folder = await makeTempFolder({ "a.onnx": new Uint8Array(100_000) });
    const opened = openSource("a.onnx", folder.path);
    opened.requireUnchanged();
    await change(join(folder.path, "a.onnx"));
    assert.throws(() => opened.requireUnchanged(), {
      message: 'Cannot read "a.onnx": the file changed while it was read; run again',
    });
    opened.close();
  });
}

Deno.test("openSource() goes on reading a file that another took the name of", async () => {
  await using folder = await makeTempFolder({ "a.onnx": "old", "b.onnx": "new" });
  const opened = openSource("a.onnx", folder.path);
  await Deno.rename(join(folder.path, "b.onnx"), join(folder.path, "a.onnx"));
  assert.equal(new TextDecoder().decode(opened.source.read(0, 3)), "old");
  opened.close();
});
