import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { generate } from "../src/generate.ts";
import { hashContent } from "../src/host/file/own_files.ts";
import type { Crew, Effects, Output, Session } from "../src/effects.ts";
import { writeBriefly } from "./support/report/brief_json.ts";
import { decodeScript, runDataScript } from "./support/report/data_script.ts";
import {
  changeTools,
  createMemoryWorld,
  decodePng,
  encodePhoto,
  type MemoryWorld,
} from "./support/report/memory_effects.ts";
import { decodeNpy } from "./support/npy.ts";
import { createRandom } from "./support/random.ts";
import { encodeTinyModel, tinyMaps } from "./support/model/tiny_model.ts";
import { configureTiny, createTinyWorld, textAt } from "./support/report/tiny_site.ts";
import { createError } from "../src/reason/error.ts";
import type { Failure } from "../src/report/failure.ts";

Deno.test("generate() writes a small site", async (t) => {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects);
  const snapshots = {
    "its files": [...world.written.keys()].sort(),
    "report.json": readJson(world, "report.json"),
    "layer.json": readJson(world, "tiny/conv1/layer.json"),
    "the caption of a picture": decodePng(world.written.get("tiny/conv1/maps/cat.png")),
  };
  for (const [name, value] of Object.entries(snapshots)) {
    await t.step(name, (t) => t.assertSnapshot(value, { serializer: writeBriefly }));
  }
});

// Numbers to three decimals, no version of the program, and of the many relations the sentence.
function readJson(world: MemoryWorld, path: string): unknown {
  return JSON.parse(textAt(world, path), (key, value) => {
    if (key === "rule") return value?.sentence ?? null;
    if (key === "about") return { ...value, layer: value.layer.id }; // report.json has it
    if (key === "generator") return String(value).replace(/ \d.*/, "");
    return typeof value === "number" ? Number(value.toFixed(3)) : value;
  });
}

Deno.test("generate() returns the report that it writes", async () => {
  const world = createTinyWorld();
  const report = await generate(configureTiny(), world.effects);
  const { models, ...head } = JSON.parse(textAt(world, "report.json"));
  const { models: returned, ...returnedHead } = report;
  assert.deepEqual(head, returnedHead);
  assert.equal(models.length, returned.length);
});

Deno.test("generate() commits the output once, after all is written, and closes the models", async () => {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects);
  assert.deepEqual(world.fate, ["committed"]);
  assert.deepEqual([...world.open], []);
});

Deno.test("generate() tells every step once, up to all of them", async () => {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects);
  assert.deepEqual(listBegun(world), [
    ["draw the kernels of tiny, conv1", 0, 6],
    ["draw the kernels of tiny, conv2", 1, 6],
    ["run tiny on cat", 1, 6],
    ["run tiny on dog", 2, 6],
    ["compose the kernels of tiny", 3, 6],
    ["write the pages", 5, 6],
  ]);
  const { done, total, seconds } = world.told.at(-1)!;
  assert.equal(done, total);
  assert(Math.abs(seconds.done - seconds.total) < 1e-9, "nothing is left of what was reckoned");
});

// What was told first of each step.
function listBegun({ told }: MemoryWorld): [doing: string, done: number, total: number][] {
  return told.filter(({ doing }, i) => doing !== told[i - 1]?.doing)
    .map(({ doing, done, total }) => [doing, done, total]);
}

Deno.test("generate() comes on by a little at a time, up to its end", async () => {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects);
  const shares = world.told.map(({ seconds }) => seconds.done / seconds.total);
  shares.slice(1).forEach((share, i) => {
    assert(share >= shares[i]! - 1e-9, `back by ${shares[i]! - share}`);
    assert(share - shares[i]! < 0.5, `it jumps by ${share - shares[i]!}`);
  });
});

Deno.test("generate() foretells what it writes, and writes nothing where there is no room", async () => {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects);
  assert.equal(world.foreseen.length, 1);
  assert(world.foreseen[0]!.files > 40);
  const full = createTinyWorld({}, { room: 1000 });
  await assert.rejects(generate(configureTiny(), full.effects), { message: /^no room: \d+/ });
  assert.deepEqual([...full.written.keys(), ...full.told, ...full.open], []);
});

Deno.test("generate() does not wait for photos that a model cannot be run on", async () => {
  const world = createTinyWorld();
  const open = (): Promise<Session> => Promise.reject(new Error("no memory"));
  const runtime = { name: "a fake", open };
  await generate(configureTiny({ projections: true }), { ...world.effects, runtime });
  assert.deepEqual(listBegun(world), [
    ["draw the kernels of tiny, conv1", 0, 8],
    ["draw the kernels of tiny, conv2", 1, 8],
    ["compose the kernels of tiny", 1, 8], // while those of conv2, of more pictures, are drawn
    ["write the pages", 3, 4],
  ]);
});

Deno.test("generate() writes kernels and maps as .npy files with npy", async () => {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects, { npy: true });
  const dimsAt = (path: string): readonly number[] => {
    return decodeNpy(world.written.get(path) as Uint8Array<ArrayBuffer>).dims;
  };
  assert.deepEqual(dimsAt("tiny/conv1/kernels.npy"), [4, 3, 3, 3]);
  assert.deepEqual(dimsAt("tiny/conv1/maps/cat.npy"), [4, 6, 6]);
  assert.deepEqual(dimsAt("tiny/conv2/maps/dog.npy"), [2, 6, 6]);
});

Deno.test("generate() writes no .npy file without npy", async () => {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects);
  assert.deepEqual([...world.written.keys()].filter((path) => path.endsWith(".npy")), []);
});

Deno.test("generate() writes the same bytes twice, in whatever order the files lie", async () => {
  const first = createTinyWorld();
  const files = {
    "photos/dog.png": encodePhoto({ width: 9, height: 20 }, 2),
    "photos/cat.jpg": encodePhoto({ width: 30, height: 20 }, 1),
    "tiny.onnx": encodeTinyModel(),
  };
  const second = createMemoryWorld({ files, maps: tinyMaps });
  await generate(configureTiny(), first.effects, { npy: true });
  await generate(configureTiny(), second.effects, { npy: true });
  const [one, other] = [first, second].map(({ written }) =>
    [...written].map(([path, content]) => [path, hashContent(content)])
  );
  assert.deepEqual(one, other);
});

Deno.test("generate() writes the same bytes whichever job ends first", async () => {
  const write = async (change: (effects: Effects) => Effects): Promise<unknown> => {
    const { effects, written } = createTinyWorld();
    const { failures } = await generate(configureTiny(), change(failOnMaps(effects)), {
      npy: true,
    });
    assert(failures.length > 2);
    return [...written].map(([path, content]) => [path, hashContent(content)]).sort();
  };
  const ends: number[] = [];
  assert.deepEqual(
    await write((effects) => ({ ...effects, crew: shuffleEnds(effects.crew, ends) })),
    await write((effects) => effects),
  );
  assert.notDeepEqual(ends, ends.toSorted((a, b) => a - b));
});

function failOnMaps(effects: Effects): Effects {
  const { images } = effects;
  const encodePng: typeof images.encodePng = (raster, caption) =>
    caption.title.includes("feature maps of")
      ? Promise.reject(new Error(`no room for ${caption.title}`))
      : images.encodePng(raster, caption);
  return changeTools(effects, { images: { ...images, encodePng } });
}

// A crew of three whose jobs end in another order than they begin, which is noted.
function shuffleEnds(crew: Crew, ends: number[]): Crew {
  const random = createRandom(2);
  let begun = 0;
  return {
    ...crew,
    breadth: 3,
    do: async (job, input) => {
      const place = begun++;
      try {
        return await crew.do(job, input);
      } finally {
        for (let turns = random.whole(0, 9); turns > 0; turns--) {
          await new Promise((resolve) => setTimeout(resolve));
        }
        ends.push(place);
      }
    },
  };
}

// As people read it.
function brief({ where, message, layers }: Failure): Partial<Failure> {
  return layers === undefined ? { where, message } : { where, message, layers };
}

// What of a good report is not in the failing one.
async function findLost(
  failing: (effects: Effects) => Effects,
): Promise<{ readonly lost: string[]; readonly failures: readonly Failure[] }> {
  const good = createTinyWorld();
  await generate(configureTiny(), good.effects);
  const world = createTinyWorld();
  const { failures } = await generate(configureTiny(), failing(world.effects));
  assert.deepEqual(world.fate, ["committed"]);
  const lost = [...good.written.keys()].filter((path) => !world.written.has(path));
  return { lost: lost.sort(), failures };
}

Deno.test("generate() goes on when a photo fails", async () => {
  const { lost, failures } = await findLost((effects) => ({
    ...effects,
    images: {
      ...effects.images,
      readPixels: (bytes, profile) => {
        const name = new TextDecoder().decode(bytes);
        if (name.endsWith(" 1")) return Promise.reject(new Error("the pixels are damaged"));
        return effects.images.readPixels(bytes, profile);
      },
    },
  }));
  assert.deepEqual(lost, [
    "images/cat.js",
    "images/cat.png",
    "tiny/conv1/activated/cat.png",
    "tiny/conv1/maps/cat.png",
    "tiny/conv1/values/activated/cat/0.js",
    "tiny/conv1/values/maps/cat/0.js",
    "tiny/conv2/maps/cat.png",
    "tiny/conv2/values/maps/cat/0.js",
  ]);
  assert.deepEqual(failures.map(brief), [{
    where: "tiny on cat",
    message: "the pixels are damaged",
  }]);
});

Deno.test("generate() goes on when a picture of one layer fails", async () => {
  const { lost, failures } = await findLost((effects) => {
    const { images } = effects;
    const encodePng: Effects["images"]["encodePng"] = (raster, caption) => {
      const fails = caption.title === "tiny, conv1: kernels";
      return fails ? Promise.reject(new Error("no room")) : images.encodePng(raster, caption);
    };
    return changeTools(effects, { images: { ...images, encodePng } });
  });
  assert.deepEqual(lost, [
    "tiny/conv1/kernels.js",
    "tiny/conv1/kernels.png",
    "tiny/conv1/values/kernels/0.js",
  ]);
  assert.deepEqual(failures.map(brief), [
    { where: "tiny, conv1", message: "no room", layers: ["tiny/conv1"] },
  ]);
});

Deno.test("generate() shows what a layer reads by the picture of the layer that makes it", async () => {
  const findInputs = async (fails: (title: string) => boolean): Promise<readonly unknown[]> => {
    const { effects } = createTinyWorld();
    const { images } = effects;
    const encodePng: Effects["images"]["encodePng"] = (raster, caption) =>
      fails(caption.title)
        ? Promise.reject(new Error("no room"))
        : images.encodePng(raster, caption);
    const { models } = await generate(
      configureTiny(),
      changeTools(effects, { images: { ...images, encodePng } }),
    );
    return models[0]!.layers.at(-1)!.maps.map(({ inputs }) => inputs?.file ?? null);
  };
  const all = ["../conv1/activated/cat.png", "../conv1/activated/dog.png"];
  assert.deepEqual(await findInputs(() => false), all);
  // Of a layer that cannot be drawn there is none.
  assert.deepEqual(
    await findInputs((title) => /conv1: feature maps after Relu of cat/.test(title)),
    [null, all[1]],
  );
});

Deno.test("generate() puts the reviews of files at their pairs, and tells of those that have none", async () => {
  const reviews = [1, 99].map((kernel) => {
    return { model: "tiny", layer: "conv1", kernel, verdict: "suspicious", note: "a stripe" };
  });
  const text = JSON.stringify({ format: "convatlas-review", version: 1, reviews });
  const world = createTinyWorld({ "reviews/ana.json": new TextEncoder().encode(text) });
  const config = configureTiny({ reviews: ["reviews/*.json"] });
  const { models, failures } = await generate(config, world.effects);
  assert.deepEqual(models[0]!.layers.map((layer) => layer.reviews), [[
    { kernel: 1, verdict: "suspicious", note: "a stripe", reviewer: null, source: "ana.json" },
  ], []]);
  assert.deepEqual(failures.map(brief), [{
    where: "reviews/ana.json",
    message: "kernel 99 of tiny/conv1: the layer has 4 kernels",
  }]);
});

Deno.test("generate() leaves a model out whose file changes while it is drawn, with all that was drawn of it", async () => {
  const model = encodeTinyModel();
  const photo = encodePhoto({ width: 12, height: 9 });
  const files = { "a.onnx": model, "b.onnx": model, "cat.jpg": photo };
  const world = createMemoryWorld({ files, maps: tinyMaps });
  const { files: disk } = world.effects;
  const openModel: typeof disk.openModel = (path) => {
    const opened = disk.openModel(path);
    const requireUnchanged = (): void => {
      if (path === "a.onnx") throw new Error("it changed");
    };
    return { ...opened, source: { ...opened.source, requireUnchanged } };
  };
  const config = configureTiny({
    models: [{ path: "a.onnx", preprocess: "unit" }, { path: "b.onnx", preprocess: "unit" }],
    images: ["cat.jpg"],
  });
  const report = await generate(config, { ...world.effects, files: { ...disk, openModel } });
  assert.deepEqual(report.failures.map(brief), [{ where: "a.onnx", message: "it changed" }]);
  assert.deepEqual(report.models.map(({ id }) => id), ["b"]);
  assert.deepEqual([...world.written.keys()].filter((path) => path.startsWith("a/")), []);
  assert(world.written.has("b/conv1/index.html"));
});

Deno.test("generate() shows the kernels of a model that does not run", async () => {
  const { lost, failures } = await findLost((effects) => ({
    ...effects,
    runtime: {
      ...effects.runtime,
      open: (model) =>
        model.inputs.length === 0
          ? effects.runtime.open(model)
          : Promise.reject(new Error("opset 99 is unknown")),
    },
  }));
  assert.deepEqual(lost, [
    "images/cat.js",
    "images/cat.png",
    "images/dog.js",
    "images/dog.png",
    "tiny/conv1/activated/cat.png",
    "tiny/conv1/activated/dog.png",
    "tiny/conv1/maps/cat.png",
    "tiny/conv1/maps/dog.png",
    "tiny/conv1/values/activated/cat/0.js",
    "tiny/conv1/values/activated/dog/0.js",
    "tiny/conv1/values/maps/cat/0.js",
    "tiny/conv1/values/maps/dog/0.js",
    "tiny/conv2/maps/cat.png",
    "tiny/conv2/maps/dog.png",
    "tiny/conv2/values/maps/cat/0.js",
    "tiny/conv2/values/maps/dog/0.js",
  ]);
  const layers = ["tiny/conv1", "tiny/conv2"];
  assert.deepEqual(failures.map(brief), [{
    where: "tiny",
    message: "opset 99 is unknown",
    layers,
  }]);
});

Deno.test("generate() writes nothing when the config asks for layers that are not there", async () => {
  const world = createTinyWorld();
  const config = configureTiny({ models: [{ path: "tiny.onnx", layers: ["fc1"] }] });
  await assert.rejects(generate(config, world.effects), { name: "ConfigError" });
  assert.equal(world.written.size, 0);
  assert.deepEqual(world.fate, []);
  assert.deepEqual([...world.open], []);
});

Deno.test("generate() commits nothing when the disk is full", async () => {
  const world = createTinyWorld();
  const write = (path: string): Promise<void> => {
    return path === "index.html" ? Promise.reject(new Error("no space left")) : Promise.resolve();
  };
  const effects = { ...world.effects, output: { ...world.effects.output, write } };
  await assert.rejects(generate(configureTiny(), effects), { message: "no space left" });
  assert.deepEqual(world.fate, []);
  assert.deepEqual([...world.open], []);
});

// A full disk may take what comes later, since files of what failed are removed.
Deno.test("generate() ends at the first file that the disk does not take, whichever it is", async () => {
  const whole = createTinyWorld();
  await generate(configureTiny(), whole.effects);
  const kinds = Map.groupBy(whole.written.keys(), (path) => path.replace(/^.*\/(?=.*\/)|\d+/g, ""));
  const paths = [...kinds.values()].map(([first]) => first!);
  assert.ok(paths.some((path) => path.includes("/values/")) && paths.includes("report.json"));
  for (const path of paths) {
    const world = createTinyWorld();
    const { output } = world.effects;
    const refuse = (asked: string): void => {
      if (asked !== path) return;
      throw createError(Error, { code: "unwritten", file: path, reason: { code: "disk-full" } });
    };
    const write: Output["write"] = async (asked, content) => {
      refuse(asked);
      await output.write(asked, content);
    };
    const append: Output["append"] = async (asked, content) => {
      refuse(asked);
      await output.append(asked, content);
    };
    await assert.rejects(
      generate(configureTiny(), { ...world.effects, output: { ...output, write, append } }),
      { message: `Cannot write "${path}": no space is left on the disk` },
    );
    assert.deepEqual(world.fate, []);
    assert.deepEqual([...world.open], [], path);
  }
});

const HOSTILE = `</script><img src=x onerror="alert('1')">{{x}} {{{y}}} ../../#%2e?&amp;🐈\u2028`;

async function generateHostile(): Promise<MemoryWorld> {
  const world = createMemoryWorld({
    files: {
      "tiny.onnx": encodeTinyModel({ first: HOSTILE, second: `${HOSTILE}*/"\\}` }),
      "photos/a.jpg": encodePhoto({ width: 9, height: 9 }),
      [HOSTILE]: encodePhoto({ width: 9, height: 9 }),
    },
    maps: tinyMaps,
  });
  const config = configureTiny({
    title: HOSTILE,
    note: HOSTILE,
    models: [{ name: HOSTILE, path: "tiny.onnx", preprocess: "unit" }],
    images: [{ name: HOSTILE, path: HOSTILE }, "photos/a.jpg", { path: `${HOSTILE}.missing` }],
  });
  await generate(config, world.effects, { npy: true });
  return world;
}

Deno.test("generate() writes files of plain names for hostile ones", async () => {
  const { written } = await generateHostile();
  for (const path of written.keys()) {
    assert.match(path, /^[\p{L}\p{M}\p{N}._/-]+$/u);
    assert(path.split("/").every((part) => part !== ".." && part !== "" && part !== "."), path);
  }
});

Deno.test("generate() lets no name out of its place in a page", async () => {
  const world = await generateHostile();
  const pages = [...world.written.keys()].filter((path) => path.endsWith(".html"));
  assert.equal(pages.length, 10); // in two languages
  for (const path of pages) {
    const page = textAt(world, path);
    assert.doesNotMatch(page, /<img src=x/);
    assert.doesNotMatch(page, /<\/script><img/);
    assert.match(page, /\{\{x\}\}/, "a name with braces is a name");
  }
});

Deno.test("generate() writes data scripts that deliver under their own paths, and do no more", async () => {
  const world = await generateHostile();
  const paths = [...world.written.keys()].filter((path) => path.includes("/values/"));
  assert.equal(paths.length, 2 + 2 * 3); // kernels, maps of two photos, and behind one Relu
  for (const path of paths) {
    const script = world.written.get(path) as Uint8Array;
    assert.doesNotMatch(decodeScript(script), /[<\u2028\u2029]/);
    assert.equal(`${runDataScript(script).name}.js`, path);
  }
});

Deno.test("generate() keeps hostile names as they are in report.json", async () => {
  const world = await generateHostile();
  const report = JSON.parse(textAt(world, "report.json"));
  assert.equal(report.title, HOSTILE);
  assert.equal(report.models[0].name, HOSTILE);
  assert.equal(report.models[0].layers[0].name, HOSTILE);
  assert.equal(report.images[0].name, HOSTILE);
  assert.equal(report.failures[0].where, `${HOSTILE}.missing`);
});

for (const [what, make] of [["plain", generateTiny], ["hostile", generateHostile]] as const) {
  Deno.test(`generate() links to nothing but files that it writes, for ${what} names`, async () => {
    const world = await make();
    const files = new Set(world.written.keys());
    let count = 0;
    for (const [path, content] of world.written) {
      if (typeof content !== "string" || !/\.(html|css)$/.test(path)) continue;
      for (const link of findLinks(content)) {
        const target = join(dirname(path), decodeURIComponent(link));
        assert(files.has(target), `${path} links to ${link}`);
        count++;
      }
    }
    assert(count > 20);
  });
}

async function generateTiny(): Promise<MemoryWorld> {
  const world = createTinyWorld();
  await generate(configureTiny(), world.effects, { npy: true });
  return world;
}

// The addresses of attributes and style sheets, without queries and fragments.
function findLinks(text: string): string[] {
  const found = [...text.matchAll(/ (?:href|src)="([^"]*)"|url\("([^"]*)"\)/g)];
  return found.map(([, attribute, url]) => decodeEntities(attribute ?? url ?? "").split(/[?#]/)[0]!)
    .filter((link) => link !== "" && !/^(https?|data):/.test(link));
}

function decodeEntities(text: string): string {
  return text.replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

Deno.test("generate() notes by what a preprocessing was found, and nothing of one that is named", async () => {
  const world = createTinyWorld();
  const models = [
    { path: "tiny.onnx" },
    { name: "line\nbreak", path: "tiny.onnx" },
    { name: "named", path: "tiny.onnx", preprocess: "unit" },
  ] as const;
  await generate(configureTiny({ models }), world.effects);
  assert.equal(world.notes.length, 2);
  assert.match(
    world.notes[0]!,
    /^tiny: photos become 8 x 8 RGB, values from -1 to 1 \("inception"\)/,
  );
  assert.doesNotMatch(world.notes[1]!, /\n/);
});
