import assert from "node:assert/strict";
import { join } from "node:path";
import { indexTar } from "../../src/dataset/tar_index.ts";
import { memorySource } from "../../src/onnx/wire/joined_source.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const FILES: Readonly<Record<string, string>> = {
  "a.jpg": "first",
  "deep/b.jpg": "",
  [`${"long".repeat(20)}/${"name".repeat(20)}.jpg`]: "x".repeat(513), // beyond 100, within 255
  [`${"deeper".repeat(30)}/${"longer".repeat(30)}.png`]: "y".repeat(1024), // beyond 255
  "照片.jpg": "named in Chinese",
};

/** Makes an archive of the files by tar itself, in a format that holds their names. */
async function makeArchive(
  format: string,
  names: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  await using folder = await makeTempFolder(FILES);
  const archive = join(folder.path, "made.tar");
  const args = [`--format=${format}`, "-cf", archive, "-C", folder.path, ...names];
  const { success } = await new Deno.Command("tar", { args }).output();
  assert.ok(success);
  return await Deno.readFile(archive);
}

const names = Object.keys(FILES);

for (
  const [format, held] of Object.entries({
    gnu: names,
    pax: names,
    posix: names,
    ustar: [...names.slice(0, 3), names[4]!],
    v7: names.slice(0, 2),
  })
) {
  Deno.test(`the files of a tar archive of the format ${format} are found by its heads`, async () => {
    const bytes = await makeArchive(format, held);
    const found = indexTar(memorySource(bytes), "made.tar");
    assert.deepEqual(found.map(({ path }) => path), held);
    for (const { path, start, end } of found) {
      assert.equal(new TextDecoder().decode(bytes.subarray(start, end)), FILES[path]);
    }
  });
}

Deno.test("folders and links of an archive are no files", async () => {
  await using folder = await makeTempFolder({ "in/a.jpg": "a" });
  await Deno.symlink("a.jpg", join(folder.path, "in/link.jpg"));
  const archive = join(folder.path, "made.tar");
  await new Deno.Command("tar", { args: ["-cf", archive, "-C", folder.path, "in"] }).output();
  const found = indexTar(memorySource(await Deno.readFile(archive)), "made.tar");
  assert.deepEqual(found.map(({ path }) => path), ["in/a.jpg"]);
});

Deno.test("what is no archive, or ends early, is told", async () => {
  const bytes = await makeArchive("gnu", names);
  const read = (own: Uint8Array<ArrayBuffer>) => () => indexTar(memorySource(own), "x.tar");
  assert.throws(
    read(new TextEncoder().encode("no".repeat(600))),
    /"x\.tar".*does not begin as a tar/,
  );
  for (const length of [100, 514, 1030]) {
    assert.throws(read(bytes.slice(0, length)), /"x\.tar".*it ends early/, `${length}`);
  }
  const spoilt = bytes.slice();
  spoilt[1024] = 7; // within the head of the second file
  assert.throws(read(spoilt), /"x\.tar".*at byte 1024 is no head/);
  assert.deepEqual(indexTar(memorySource(new Uint8Array(10240)), "x.tar"), []);
});
