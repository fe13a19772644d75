import assert from "node:assert/strict";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

// The rooms of src/ in reading order: a room imports only rooms before it, and itself.
const ROOMS = [
  "version.ts",
  "tensor",
  "config",
  "onnx",
  "raster",
  "analysis",
  "plan",
  "report",
  "words",
  "html",
  "page",
  "effects.ts",
  "host",
  "survey",
  "visit",
  "generate.ts",
  "api",
  "program.ts",
  "cli.ts",
];

// The rooms that know nothing of each other: `raster` knows no layers, `analysis` no ONNX.
const STRANGERS = new Set(["onnx", "raster", "analysis"]);

// The rooms that join the pipeline to the world; the others see it through effects.ts.
const JOINING = new Set(["host", "api", "program.ts", "cli.ts"]);

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
  /** Whether nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

const root = new URL("../", import.meta.url);
const files = await readImports(["mod.ts", "src/cli.ts", "src/program.ts", "src/page/start/main.ts"]);

async function readImports(entries: readonly string[]): Promise<SourceFile[]> {
  const found = new Map<string, SourceFile>();
  for (const entry of entries) {
    const { modules } = await runInfo(entry);
    for (const { specifier, dependencies = [] } of modules) {
      const path = toSourcePath(specifier);
      if (path === null) continue;
      const imports = dependencies.map(({ code, type }) => {
        const target = code?.specifier ?? type?.specifier ?? "";
        return { target, path: toSourcePath(target), typeOnly: code === undefined };
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

// Lists the imports that break a law, as `from -> to`.
function findBreaches(breaks: (from: SourceFile, to: string) => boolean): string[] {
  return files.flatMap((file) => {
    const targets = file.imports.flatMap(({ path }) => path ?? []);
    return targets.filter((path) => breaks(file, path)).map((path) => `${file.path} -> ${path}`);
  });
}

Deno.test("every room of src/ has its place in the order", () => {
  const rooms = new Set(files.map(({ room }) => room));
  assert.deepEqual([...rooms].filter((room) => !ROOMS.includes(room)), []);
});

Deno.test("a room imports only the rooms before it", () => {
  const breaches = findBreaches(({ room }, path) =>
    ROOMS.indexOf(roomOf(path)) > ROOMS.indexOf(room)
  );
  assert.deepEqual(breaches, []);
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

Deno.test("a private file is imported only inside its own room", () => {
  const breaches = findBreaches(({ room }, path) =>
    basename(path).startsWith("_") && roomOf(path) !== room
  );
  assert.deepEqual(breaches, []);
});

Deno.test("no file of src/ runs after itself: imports go in no circle", () => {
  const imports = new Map(files.map((file) => {
    return [file.path, file.imports.flatMap(({ path, typeOnly }) => typeOnly ? [] : path ?? [])];
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

Deno.test("Deno and the process are named only in src/host/ and src/cli.ts", async () => {
  for (const { path, room } of files) {
    if (room === "host" || room === "cli.ts" || !path.endsWith(".ts")) continue;
    const code = stripComments(await Deno.readTextFile(new URL(`src/${path}`, root)));
    assert.doesNotMatch(code, /\bDeno\b|\bprocess\.|\bconsole\./, path);
  }
});

Deno.test("no file of src/ reads the clock or throws dice", async () => {
  for (const { path } of files.filter(({ path }) => path.endsWith(".ts"))) {
    const code = stripComments(await Deno.readTextFile(new URL(`src/${path}`, root)));
    assert.doesNotMatch(code, /\bDate\b|\bMath\.random\b|\bperformance\b|\brandomUUID\b/, path);
  }
});

function stripComments(code: string): string {
  return code.replace(/\/\*[^]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

Deno.test(`the body of generate() has at most ${GENERATE_LINES} lines`, async () => {
  const code = await Deno.readTextFile(new URL("src/generate.ts", root));
  const [, body = ""] = /export async function generate\([^]*?\{\n([^]*?)\n\}\n/.exec(code) ?? [];
  assert(body !== "");
  assert(body.split("\n").length <= GENERATE_LINES);
});
