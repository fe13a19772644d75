import type * as esbuild from "esbuild";

/**
 * Gives a bundle of `deno.json` the version alone, which is all that is read of it: tasks and packages
 * are as long as a page's shorter scripts.
 */
export const manifestPlugin: esbuild.Plugin = {
  name: "manifest",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/deno\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await Deno.readTextFile(path));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};
