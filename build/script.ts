import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";
import { findPackages } from "./npm_packages.ts";
import { templatePlugin } from "./template_plugin.ts";

/** A script of the pages, and what it was made of. */
export interface BundledScript {
  readonly text: string;
  /** Paths relative to the project. */
  readonly inputs: readonly string[];
}

/** Bundles a script of the pages, `src/page/`, to the classic script that reports hold. */
export async function bundleScript(entryPoint: string): Promise<BundledScript> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: fileURLToPath(new URL("../", import.meta.url)),
    entryPoints: [entryPoint],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minify: true,
    plugins: [templatePlugin, await findPackages(entryPoint)],
    write: false,
    metafile: true,
  });
  return { text: outputFiles[0]!.text, inputs: Object.keys(metafile.inputs).map(nameFile) };
}

// What is imported as text is named with how it is imported.
function nameFile(input: string): string {
  return input.replace(/ with \{.*\}$/, "");
}

/** Ends the process that bundles; without it the program does not. */
export const stopBundling = (): Promise<void> => esbuild.stop();
