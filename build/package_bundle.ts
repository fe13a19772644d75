import * as esbuild from "esbuild";
import { readFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { manifestPlugin } from "./manifest_plugin.ts";

/** The modules that the package starts with, by the names that they have in its folder `dist`. */
export const ENTRIES = {
  "cli": "src/cli.ts",
  "mod": "mod.ts",
  "preinstall": "build/package_preinstall.ts",
  "program": "src/program/program.ts",
  "worker": "src/host/crew/worker.ts",
} as const;

/** The scripts of the package, and what they import of npm. */
export interface PackageBundle {
  /** Texts by their paths in the package. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Names of npm packages. */
  readonly dependencies: readonly string[];
}

const root = fileURLToPath(new URL("../", import.meta.url));

/** Bundles the program and the library to modules that Node and Deno run as they are. */
export async function bundlePackage(): Promise<PackageBundle> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: "dist",
    bundle: true,
    splitting: true, // what two of them hold stands once
    ...{ format: "esm", platform: "node", target: "node22", packages: "external" },
    ...{ minifySyntax: true, minifyWhitespace: true, charset: "utf8", legalComments: "none" },
    ...{ write: false, metafile: true, plugins: [manifestPlugin, placePlugin] },
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const foreign = imports.filter(({ path, external }) => external && !path.startsWith("node:"));
  return {
    scripts: new Map(outputFiles.map(({ path, text }) => [relative(root, path), text])),
    dependencies: [...new Set(foreign.map(({ path }) => namePackage(path)))].sort(),
  };
}

// `@bufbuild/protobuf/wire` is a module of the package `@bufbuild/protobuf`.
function namePackage(path: string): string {
  return path.split("/").slice(0, path.startsWith("@") ? 2 : 1).join("/");
}

/** What finds files beside a module is told where they are from the folder of the bundle. */
const placePlugin: esbuild.Plugin = {
  name: "places",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return { contents: movePlaces(text, relative(root, path)), loader: "ts" };
    });
    onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({
      contents: writeWasmModule(new Uint8Array(await readFile(path))),
      loader: "js",
    }));
    onLoad({ filter: /deno\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, "utf8")); // all that the program reads of it
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

function movePlaces(text: string, path: string): string {
  return text.replace(/new URL\("(\.[^"]*)", import\.meta\.url\)/g, (_, place: string) => {
    const { pathname } = new URL(place, `file:///${dirname(path)}/`);
    const entry = Object.entries(ENTRIES).find(([, from]) => `/${from}` === pathname);
    const moved = entry ? `./${entry[0]}.js` : `..${pathname}`;
    return `new URL("${moved}", import.meta.url)`;
  });
}

// A module that is imported as JavaScript's own, which not every runtime does.
function writeWasmModule(bytes: Uint8Array<ArrayBuffer>): string {
  const names = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name);
  const text = JSON.stringify(btoa(String.fromCharCode(...bytes)));
  return `const bytes = Uint8Array.from(atob(${text}), (character) => character.charCodeAt(0));
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
export const { ${names.join(", ")} } = exports;`;
}
