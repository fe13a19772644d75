import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Room, ROOMS } from "./rooms.ts";
import { listTree } from "./support/temp_folder.ts";

// The rooms that know nothing of each other: `raster` knows no layers, `analysis` no ONNX.
const STRANGERS = new Set(["onnx", "raster", "analysis"]);

// The rooms that join the pipeline to the world; the others see it through effects.ts.
const JOINING = new Set(["host", "api", "program", "cli.ts"]);

// The folders of tests/ that mirror none of src/: walks in browsers, the build, what runs on clusters, the
// whole program, helpers.
const OWN_TEST_FOLDERS = new Set(["", "browser", "build", "deploy", "program", "support"]);

const FILES_IN_A_FOLDER = 25;
const GENERATE_LINES = 60;

interface SourceFile {
  /** The path in src/. */
  readonly path: string;
  readonly room: string;
  readonly imports: readonly Import[];
}

interface Import {
  /** The specifier as it is resolved, such as `npm:zod@4.6.7`. */
  readonly target: string;
  /** The path in src/; null for what lies elsewhere. */
  readonly path: string | null;
}

const root = new URL("../", import.meta.url);
const files = await readImports([
  "mod.ts",
  "src/cli.ts",
  "src/program/program.ts",
  "src/host/crew/worker.ts",
  "src/page/start/head.ts",
  "src/page/start/english.ts",
  "src/page/start/english_compare.ts",
  "src/page/start/chinese_compare.ts",
  "src/page/start/chinese.ts",
  "src/page/start/english_rule.ts",
  "src/page/start/chinese_rule.ts",
  "src/page/start/english_dataset.ts",
  "src/page/start/chinese_dataset.ts",
  "src/page/start/english_share.ts",
  "src/page/start/chinese_share.ts",
  "src/page/start/single_file.ts",
]);

// What mod.ts gives to the world.
const published = await listPublished();

async function listPublished(): Promise<string[]> {
  const { modules } = await runInfo("mod.ts");
  const { dependencies = [] } = modules.find(({ specifier }) => specifier.endsWith("/mod.ts"))!;
  return dependencies.flatMap(({ code, type }) => {
    const path = toSourcePath(code?.specifier ?? type?.specifier ?? "");
    return path?.includes("/") ? [`${path} of the room`] : [];
  });
}

async function readImports(entries: readonly string[]): Promise<SourceFile[]> {
  const found = new Map<string, SourceFile>();
  for (const entry of entries) {
    const { modules } = await runInfo(entry);
    for (const { specifier, dependencies = [] } of modules) {
      const path = toSourcePath(specifier);
      if (path === null) continue;
      const imports = dependencies.map(({ code, type }) => {
        const target = code?.specifier ?? type?.specifier ?? "";
        return { target, path: toSourcePath(target) };
      });
      found.set(path, { path, room: roomOf(path), imports });
    }
  }
  return [...found.values()];
}

interface ModuleGraph {
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly code?: { readonly specifier?: string };
      readonly type?: { readonly specifier?: string };
    }[];
  }[];
}

async function runInfo(entry: string): Promise<ModuleGraph> {
  const args = ["info", "--json", fileURLToPath(new URL(entry, root))];
  const command = new Deno.Command(Deno.execPath(), { args, cwd: fileURLToPath(root) });
  return JSON.parse(new TextDecoder().decode((await command.output()).stdout));
}

function toSourcePath(specifier: string): string | null {
  const src = new URL("src/", root).href;
  return specifier.startsWith(src) ? specifier.slice(src.length) : null;
}

function roomOf(path: string): string {
  return path.split("/")[0]!;
}

// The places of a file's room and of its part in their orders; the part's is -1 in a room without any.
type Place = readonly [room: number, part: number];

function findPlace(path: string): Place | null {
  const [name, ...rest] = path.split("/");
  const room = ROOMS.findIndex((each) => each.name === name);
  if (room < 0) return null;
  const { parts } = ROOMS[room]!;
  if (parts === undefined) return rest.length > 1 ? null : [room, -1];
  const part = parts.findIndex((each) => each.name === rest[0]);
  return part < 0 || rest.length > 2 ? null : [room, part];
}

function comparePlaces(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1];
}

// The doors that an import goes through: that of a room, or that of a part within one room.
function listDoors(from: string, to: string): string[] {
  const [fromFolder, toFolder] = [dirname(from), dirname(to)];
  if (roomOf(from) !== roomOf(to)) return to.includes("/") ? [`${to} of the room`] : [];
  return fromFolder === toFolder || toFolder === roomOf(to) ? [] : [`${to} of the part`];
}

function listOwnDoors({ name, doors = [], parts = [] }: Room): string[] {
  return [
    ...doors.map((door) => `${name}/${door} of the room`),
    ...parts.flatMap((part) =>
      (part.doors ?? []).map((door) => `${name}/${part.name}/${door} of the part`)
    ),
  ];
}

// Lists the imports that break a law, as `from -> to`.
function findBreaches(breaks: (from: SourceFile, to: string) => boolean): string[] {
  return files.flatMap((file) => {
    const targets = file.imports.flatMap(({ path }) => path ?? []);
    return targets.filter((path) => breaks(file, path)).map((path) => `${file.path} -> ${path}`);
  });
}

Deno.test("every file of src/ lies in a room, or a part of one, that has its place in the order", () => {
  assert.deepEqual(
    files.filter(({ path }) => findPlace(path) === null).map(({ path }) => path),
    [],
  );
});

Deno.test("a room imports only the rooms before it, and a part only the parts before it", () => {
  assert.deepEqual(
    findBreaches(({ path }, target) => {
      const [from, to] = [findPlace(path), findPlace(target)];
      return from !== null && to !== null && comparePlaces(to, from) > 0;
    }),
    [],
  );
});

Deno.test("nothing imports past a door, and every door is used", () => {
  const used = new Set(files.flatMap(({ path, imports }) => {
    return imports.flatMap((target) => target.path === null ? [] : listDoors(path, target.path));
  }));
  for (const path of published) used.add(path);
  assert.deepEqual([...used].sort(), ROOMS.flatMap((room) => listOwnDoors(room)).sort());
});

Deno.test(`no folder of src/ holds more than ${FILES_IN_A_FOLDER} files`, () => {
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  assert.deepEqual([...counts].filter(([, count]) => count > FILES_IN_A_FOLDER), []);
});

Deno.test("onnx, raster and analysis never import each other", () => {
  const breaches = findBreaches(({ room }, path) =>
    room !== roomOf(path) && STRANGERS.has(room) && STRANGERS.has(roomOf(path))
  );
  assert.deepEqual(breaches, []);
});

Deno.test("only the rooms that join the pipeline to the world import host", () => {
  const breaches = findBreaches(({ room }, path) => roomOf(path) === "host" && !JOINING.has(room));
  assert.deepEqual(breaches, []);
});

Deno.test("imports go in no circle, those of types included", () => {
  const imports = new Map(files.map((file) => {
    return [file.path, file.imports.flatMap(({ path }) => path ?? [])];
  }));
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    assert(!way.includes(path), `a circle: ${[...way, path].join(" -> ")}`);
    if (done.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
});

Deno.test("each npm package is named in exactly one file of src/", () => {
  const users = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    for (const { target } of imports) {
      const [, name] = /^npm:\/?((?:@[^/]+\/)?[^@/]+)/.exec(target) ?? [];
      if (name !== undefined) users.set(name, (users.get(name) ?? new Set()).add(path));
    }
  }
  assert(users.size >= 5);
  for (const [name, paths] of users) assert.equal(paths.size, 1, `${name}: ${[...paths]}`);
});

Deno.test("no name is exported by two files of src/", async () => {
  const exporters = new Map<string, Set<string>>();
  for (const { path } of files.filter(({ path }) => path.endsWith(".ts"))) {
    const code = stripComments(await Deno.readTextFile(new URL(`src/${path}`, root)));
    const declared = code.matchAll(
      /^export (?:async |abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm,
    );
    for (const [, name = ""] of declared) {
      exporters.set(name, (exporters.get(name) ?? new Set()).add(path));
    }
  }
  assert(exporters.size > 500);
  const twice = [...exporters].filter(([, paths]) => paths.size > 1);
  assert.deepEqual(twice.map(([name, paths]) => `${name}: ${[...paths].join(", ")}`), []);
});

Deno.test("Deno and the process are named only in src/host/ and src/cli.ts", async () => {
  for (const { path, room } of files) {
    if (room === "host" || room === "cli.ts" || !path.endsWith(".ts")) continue;
    const code = stripComments(await Deno.readTextFile(new URL(`src/${path}`, root)));
    assert.doesNotMatch(stripTexts(code), /\bDeno\b|\bprocess\.|\bconsole\./, path);
  }
});

// What tells on a terminal how long the work will take, and what garbage costs.
const CLOCK = new Set(["host/process/time_left.ts", "host/process/garbage.ts"]);

Deno.test("no file of src/ reads the clock or throws dice", async () => {
  for (const { path } of files.filter(({ path }) => path.endsWith(".ts") && !CLOCK.has(path))) {
    const code = stripComments(await Deno.readTextFile(new URL(`src/${path}`, root)));
    assert.doesNotMatch(code, /\bDate\b|\bMath\.random\b|\bperformance\b|\brandomUUID\b/, path);
  }
});

// The files of tests/ by their paths in it, but for what helps, is data or makes data.
async function listTests(): Promise<string[]> {
  const paths = await listTree(fileURLToPath(new URL("tests/", root)));
  return paths.filter((path) => /_(test|bench)\.ts$/.test(path));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

Deno.test("the folders of tests/ are those of src/, but for walks, the program and helpers", async () => {
  const folders = new Set(files.flatMap(({ path }) => [folderOf(path), roomOf(path)]));
  const strangers = (await listTests()).filter((path) => {
    return !folders.has(folderOf(path)) && !OWN_TEST_FOLDERS.has(roomOf(folderOf(path)));
  });
  assert.deepEqual(strangers, []);
});

Deno.test("a test that is named after a file of src/ lies where that file does", async () => {
  const paths = new Set(files.map(({ path }) => path));
  const names = new Set([...paths].map((path) => basename(path)));
  const strayed = (await listTests()).filter((path) => {
    const tested = path.replace(/_(test|bench)\.ts$/, ".ts");
    if (["browser", "build", "program"].includes(roomOf(path))) return false;
    return names.has(basename(tested)) && !paths.has(tested);
  });
  assert.deepEqual(strayed, []);
});

function stripTexts(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

function stripComments(code: string): string {
  return code.replace(/\/\*[^]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

Deno.test(`the body of generate() has at most ${GENERATE_LINES} lines`, async () => {
  const code = await Deno.readTextFile(new URL("src/generate.ts", root));
  const [, body = ""] = /export async function generate\([^]*?\{\n([^]*?)\n\}\n/.exec(code) ?? [];
  assert(body !== "");
  assert(body.split("\n").length <= GENERATE_LINES);
});

// State lives in what is opened, so that a page that is left leaves nothing behind.
Deno.test("src/page holds no state in modules", async () => {
  const states =
    /^(?:export )?(?:let |var |const \w+(?:: (?!Readonly)[^=]*)? = (?:new |\[\];|\{\};))/;
  const found: string[] = [];
  for (const path of await listTree(fileURLToPath(new URL("src/page/", root)))) {
    const text = await Deno.readTextFile(new URL(`src/page/${path}`, root));
    found.push(
      ...text.split("\n").filter((line) => states.test(line)).map((line) => `${path}: ${line}`),
    );
  }
  assert.deepEqual(found, []);
});
