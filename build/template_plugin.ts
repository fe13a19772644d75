import type * as esbuild from "esbuild";
import { fileURLToPath } from "node:url";
import { basename } from "node:path";
import { compileTemplate } from "./compiled_template.ts";
import { listTemplates } from "./template_files.ts";

const runtime = fileURLToPath(new URL("template_runtime.ts", import.meta.url));

/**
 * Turns each template that a bundle imports, `import scatter from ".../scatter.hbs" with { type:
 * "text" }`, into the function that renders it, and Handlebars into nothing. Where it is not bundled the
 * same module holds the template's text, which Handlebars compiles: `src/site/template.ts` takes both.
 */
export const templatePlugin: esbuild.Plugin = {
  name: "templates",
  setup: async ({ onLoad, onResolve }) => {
    const templates = await listTemplates();
    onResolve({ filter: /^handlebars$/ }, () => ({ path: runtime }));
    onLoad({ filter: /\.hbs$/ }, async ({ path }) => {
      const contents = compileTemplate(await Deno.readTextFile(path), {
        ...{ name: basename(path), runtime },
        findPartial: (name) => templates.get(name) ?? name,
      });
      return { contents, loader: "js" };
    });
  },
};
