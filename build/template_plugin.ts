import type * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";
import { basename, dirname } from "node:path";
import { compileTemplate } from "./compiled_template.ts";

const runtime = fileURLToPath(new URL("template_runtime.ts", import.meta.url));

/**
 * Turns each template that a script of the pages imports, `import scatter from ".../scatter.hbs"
 * with { type: "text" }`, into the function that renders it, and Handlebars into nothing. In Deno the
 * same module holds the template's text, which Handlebars compiles: `src/site/template.ts` takes both.
 */
export const templatePlugin: esbuild.Plugin = {
  name: "templates",
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^handlebars$/ }, () => ({ path: runtime }));
    onLoad({ filter: /\.hbs$/ }, async ({ path }) => {
      const contents = compileTemplate(await Deno.readTextFile(path), {
        ...{ name: basename(path), runtime },
        findPartial: (name) => `./${name}.hbs`,
      });
      return { contents, loader: "js", resolveDir: dirname(path) };
    });
  },
};
