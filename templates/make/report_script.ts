import * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";

/** Bundles the script of the pages, `src/page/`, to the classic script that reports hold. */
export async function bundleScript(): Promise<string> {
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: fileURLToPath(new URL("../../", import.meta.url)),
      entryPoints: ["src/page/main.ts"],
      bundle: true,
      format: "iife",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      minify: true,
      write: false,
    });
    return outputFiles[0]!.text;
  } finally {
    await esbuild.stop();
  }
}

if (import.meta.main) {
  await Deno.writeTextFile(new URL("../report.js", import.meta.url), await bundleScript());
}
