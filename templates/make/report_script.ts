import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";

/** Where the scripts of the pages begin, by the names that reports give them. */
export const SCRIPTS = {
  "head.js": "src/page/start/head.ts",
  "report.js": "src/page/start/main.ts",
} as const;

/** Bundles a script of the pages, `src/page/`, to the classic script that reports hold. */
export async function bundleScript(entryPoint: string): Promise<string> {
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: fileURLToPath(new URL("../../", import.meta.url)),
      entryPoints: [entryPoint],
      bundle: true,
      format: "iife",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      minify: true,
      plugins: [await findPackages()],
      write: false,
    });
    return outputFiles[0]!.text;
  } finally {
    await esbuild.stop();
  }
}

interface PackageInfo {
  readonly npmPackages: Readonly<
    Record<string, { readonly name: string; readonly localPath: string }>
  >;
}

// Without a node_modules folder packages lie in Deno's cache, in the versions of deno.lock.
async function findPackages(): Promise<esbuild.Plugin> {
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const args = ["info", "--json", "src/page/start/main.ts"];
  const { stdout } = await new Deno.Command(Deno.execPath(), { args, cwd }).output();
  const { npmPackages }: PackageInfo = JSON.parse(new TextDecoder().decode(stdout));
  const folders = new Map(
    Object.values(npmPackages).map(({ name, localPath }) => [name, localPath]),
  );
  return {
    name: "npm packages of Deno",
    setup: ({ onResolve, resolve }) => {
      onResolve({ filter: /^@?[a-z0-9]/ }, ({ path, kind }) => {
        const resolveDir = folders.get(path);
        return resolveDir === undefined ? null : resolve("./", { kind, resolveDir });
      });
    },
  };
}

if (import.meta.main) {
  for (const [name, entryPoint] of Object.entries(SCRIPTS)) {
    await Deno.writeTextFile(
      new URL(`../${name}`, import.meta.url),
      await bundleScript(entryPoint),
    );
  }
}
