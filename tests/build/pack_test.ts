import assert from "node:assert/strict";
import { packFiles, unpackFiles } from "../../build/tarball.ts";
import { listPackageFiles } from "../../build/package_files.ts";
import deno from "../../deno.json" with { type: "json" };

const { name, files } = await listPackageFiles();
const texts = new Map(files.map(({ path, content }) => [path, new TextDecoder().decode(content)]));
const manifest = JSON.parse(texts.get("package.json")!);

Deno.test("packFiles() packs the same bytes each time, which tar reads", async () => {
  const tarball = await packFiles(files);
  assert.deepEqual(await packFiles(files), tarball);
  const unpacked = await unpackFiles(tarball);
  assert.deepEqual(unpacked.map(({ path }) => path), files.map(({ path }) => path));
  const [program, ...others] = unpacked.filter(({ isProgram }) => isProgram);
  assert.deepEqual([program!.path, others], ["dist/cli.js", []]);
  assert.match(new TextDecoder().decode(program!.content), /^#!\/usr\/bin\/env node\n/);
});

Deno.test("the package has the version of deno.json, and all that its manifest names", () => {
  assert.equal(name, `convatlas-${deno.version}.tgz`);
  assert.equal(manifest.version, deno.version);
  const named = [
    ...Object.values<string>(manifest.bin),
    ...Object.values<string | Record<string, string>>(manifest.exports).flatMap((each) =>
      typeof each === "string" ? each : Object.values(each)
    ),
  ];
  const missing = named.map((path) => path.replace(/^\.\//, "")).filter((path) => !texts.has(path));
  assert.deepEqual(missing, []);
});

Deno.test("the package names the exact version of every npm package that it imports", () => {
  const imported = new Set<string>();
  for (const [path, text] of texts) {
    if (!path.endsWith(".js")) continue;
    for (
      const [, from] of text.matchAll(/(?:\bfrom|^import|\bimport\()\s*"([@a-z][\w@/.:-]*)"/gm)
    ) {
      if (!from!.startsWith("node:")) {
        imported.add(from!.replace(/^(@[^/]+\/[^/]+|[^/]+).*$/, "$1"));
      }
    }
  }
  assert(imported.size > 8);
  assert.deepEqual([...imported].sort(), Object.keys(manifest.dependencies));
  for (const version of Object.values<string>(manifest.dependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+$/);
  }
});

Deno.test("the package looks for its files in its own folders", () => {
  const places = [...texts].filter(([path]) => path.endsWith(".js")).flatMap(([, text]) => {
    return [...text.matchAll(/new URL\("([^"]+)",\s*import\.meta\.url\)/g)].map(([, place]) =>
      place!
    );
  });
  assert(places.length >= 4);
  for (const place of places) {
    const { pathname } = new URL(place, "file:///dist/mod.js");
    const isThere = [...texts.keys()].some((path) => `/${path}`.startsWith(pathname));
    assert(isThere, place);
  }
});
