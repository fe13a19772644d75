import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";
import { manifestPlugin } from "./manifest_plugin.ts";
import { findPackages } from "./npm_packages.ts";
import { templatePlugin } from "./template_plugin.ts";

/** One file made of many, and what it was made of. */
export interface Bundle {
  readonly text: string;
  /** Paths relative to the project. */
  readonly inputs: readonly string[];
}

/** Bundles a script of the pages, `src/page/`, to the classic script that reports hold. */
export async function bundleScript(entryPoint: string): Promise<Bundle> {
  return await bundle({
    ...{ entryPoints: [entryPoint], format: "iife", target: "es2022", minify: true },
    plugins: [manifestPlugin, templatePlugin, await findPackages(entryPoint)],
  });
}

/** Bundles a module of the program whose templates are compiled before it runs. */
export async function bundleModule(entryPoint: string): Promise<Bundle> {
  return await bundle({
    ...{ entryPoints: [entryPoint], format: "esm", minify: true },
    plugins: [manifestPlugin, templatePlugin, await findPackages(entryPoint)],
  });
}

/** Bundles the stylesheet of the pages, which imports those beside the templates. */
export async function bundleStyle(entryPoint: string): Promise<Bundle> {
  return await bundle({ entryPoints: [entryPoint] });
}

async function bundle(options: esbuild.BuildOptions): Promise<Bundle> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: fileURLToPath(new URL("../", import.meta.url)),
    bundle: true,
    charset: "utf8",
    legalComments: "none",
    write: false,
    metafile: true,
    ...options,
  });
  const inputs = Object.keys(metafile!.inputs).map(nameFile);
  return { text: outputFiles![0]!.text, inputs };
}

// What is imported as text is named with how it is imported.
function nameFile(input: string): string {
  return input.replace(/ with \{.*\}$/, "");
}

/** Ends the process that bundles; without it the program does not. */
export const stopBundling = (): Promise<void> => esbuild.stop();
