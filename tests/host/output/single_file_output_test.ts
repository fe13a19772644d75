import assert from "node:assert/strict";
import { join } from "node:path";
import type { Output } from "../../../src/effects.ts";
import { packSingleFile } from "../../../src/html/single_file.ts";
import { openSingleFile } from "../../../src/host/output/single_file_output.ts";
import { decodeWide } from "../../../src/tensor/wide_text.ts";
import { listTree, makeTempFolder } from "../../support/temp_folder.ts";

const KB = 1e3;

interface Written {
  readonly warnings: readonly string[];
  readonly output: Output;
}

// What a report has beside its picture: the script and the style of its pages.
const BARE =
  packSingleFile(new Map([["report.json", '{"title":"","models":[],"images":[],"failures":[]}']]))
    .length;

/** Writes a report whose picture has `size` bytes. */
async function writeReport(out: string, size: number, force = false): Promise<Written> {
  const warnings: string[] = [];
  const limits = {
    large: BARE + 200 * KB,
    heavy: BARE + 500 * KB,
    refused: BARE + 800 * KB,
    most: BARE + 1100 * KB,
  };
  const output = await openSingleFile(out, { force, limits, warn: (w) => warnings.push(w) });
  try {
    await output.write("report.json", '{"title":"Größe","models":[],"images":[],"failures":[]}');
    await output.write("images/cat.png", new Uint8Array(size));
    await output.commit();
    return { warnings, output };
  } finally {
    await output.discard();
  }
}

async function readWide(path: string): Promise<string> {
  return new TextDecoder("utf-16le").decode(await Deno.readFile(path));
}

Deno.test("openSingleFile() writes exactly the file that is named, and the folders above it", async () => {
  await using folder = await makeTempFolder();
  const { warnings } = await writeReport(join(folder.path, "a/b/net.html"), KB);
  assert.deepEqual(warnings, []);
  assert.deepEqual(await listTree(folder.path), ["a/b/net.html"]);
  const text = await readWide(join(folder.path, "a/b/net.html"));
  assert.match(text, /<title>Größe<\/title>[^]*data-file="images\/cat\.png"/);
});

Deno.test("append() adds to the end of a file that the one file holds", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "net.html");
  const output = await openSingleFile(out, { force: false, warn: () => {} });
  await output.write("report.json", '{"title":"Größe","models":[],"images":[],"failures":[]}');
  for (const content of ["a", Uint8Array.of(98), "c"]) await output.append("abc.bin", content);
  await output.commit();
  const [, wide] = /data-file="abc\.bin"[^>]*>([^<]*)</.exec(await readWide(out)) ?? [];
  assert.equal(new TextDecoder().decode(decodeWide(wide!, 3)), "abc");
});

Deno.test("openSingleFile() takes the place of an earlier report, and of an empty file", async () => {
  await using folder = await makeTempFolder({ "empty.html": "" });
  const [first, empty] = [join(folder.path, "net.html"), join(folder.path, "empty.html")];
  await writeReport(first, KB);
  await writeReport(first, 2 * KB);
  await writeReport(empty, 2 * KB);
  assert.deepEqual(await Deno.readFile(first), await Deno.readFile(empty));
});

// [bytes of the picture, forced, warning]
const warned: readonly [number, boolean, RegExp | null][] = [
  [100 * KB, false, null],
  [300 * KB, false, /net\.html: it has \d\.\d MB: mail may not carry it; /],
  [600 * KB, false, /net\.html: it has \d\.\d MB: a browser takes seconds /],
  [850 * KB, true, /net\.html: it has \d\.\d MB: a browser takes seconds /],
];

for (const [size, force, warning] of warned) {
  Deno.test(`openSingleFile() warns of ${size} bytes: ${warning}`, async () => {
    await using folder = await makeTempFolder();
    const { warnings } = await writeReport(join(folder.path, "net.html"), size, force);
    assert.equal(warnings.length, warning === null ? 0 : 1);
    if (warning !== null) assert.match(warnings[0]!, warning);
  });
}

// [what, bytes of the picture, forced]
const refused: readonly [string, number, boolean][] = [
  ["a report that is too large when it is packed", 850 * KB, false],
  ["a report whose files are too large already", 850 * KB + BARE, false],
  ["a forced report beyond the last limit", 1100 * KB, true],
  ["a forced report whose files are beyond it", 1100 * KB + BARE, true],
];

for (const [what, size, force] of refused) {
  Deno.test(`openSingleFile() refuses ${what}, and leaves the earlier one`, async () => {
    await using folder = await makeTempFolder();
    const out = join(folder.path, "net.html");
    await writeReport(out, KB);
    const before = await Deno.readFile(out);
    await assert.rejects(writeReport(out, size, force), {
      name: "RangeError",
      message:
        /^Cannot write report to ".*net\.html": it would have \d\.\d MB, and .* is the most; /,
    });
    assert.deepEqual(await Deno.readFile(out), before);
    assert.deepEqual(await listTree(folder.path), ["net.html"]);
  });
}

// [what, place, files, message]
const foreign: readonly [string, string, Record<string, string>, RegExp][] = [
  ["another page", "a.html", { "a.html": "<!doctype html>" }, /: it is another file; name a new/],
  ["a folder", "a.html", { "a.html/x": "" }, /: it is a folder; name a file in it$/],
  ["a name without .html", "dist", {}, /: one file needs a name that ends with \.html, such as "/],
  ["a place within a file", "a/b.html", { a: "a file" }, /: a part of its path is no folder$/],
];

for (const [what, place, files, message] of foreign) {
  Deno.test(`openSingleFile() refuses ${what}, and leaves it as it is`, async () => {
    await using folder = await makeTempFolder(files);
    const before = await listTree(folder.path);
    await assert.rejects(writeReport(join(folder.path, place), KB), { message });
    assert.deepEqual(await listTree(folder.path), before);
  });
}

Deno.test("requireRoom() refuses beforehand what one file cannot hold", async () => {
  await using folder = await makeTempFolder();
  const output = await openSingleFile(join(folder.path, "net.html"), {
    force: false,
    warn: () => {},
  });
  await output.requireRoom(100e6, 500e6);
  await assert.rejects(output.requireRoom(300e6, 0), {
    name: "RangeError",
    message: /net\.html": it would have \d+ MB, and 100 MB is the most; /,
  });
  await output.discard();
});

Deno.test("discard() leaves the earlier file and nothing else", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "net.html");
  await writeReport(out, KB);
  const output = await openSingleFile(out, { force: false, warn: () => {} });
  await output.write("report.json", '{"title":"half"}');
  await output.discard();
  assert.deepEqual(await listTree(folder.path), ["net.html"]);
});

Deno.test({
  name: "openSingleFile() refuses a pipe, and does not wait for it",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    await using folder = await makeTempFolder();
    const pipe = join(folder.path, "a.html");
    await new Deno.Command("mkfifo", { args: [pipe] }).output();
    await assert.rejects(writeReport(pipe, KB), {
      message: /: it is a pipe or a device, no file$/,
    });
    assert(!(await Deno.lstat(pipe)).isFile);
  },
});
