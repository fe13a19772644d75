import type * as esbuild from "esbuild";
import { listModules } from "./module_graph.ts";

/**
 * Makes the plugin that finds the npm packages of a script: without a node_modules folder they lie in
 * Deno's cache, in the versions of deno.lock.
 */
export async function findPackages(entryPoint: string): Promise<esbuild.Plugin> {
  const { packages } = await listModules(entryPoint);
  return {
    name: "npm packages of Deno",
    setup: ({ onResolve, resolve }) => {
      onResolve({ filter: /^@?[a-z0-9]/ }, ({ path, kind }) => {
        const resolveDir = packages.get(path);
        return resolveDir === undefined ? null : resolve("./", { kind, resolveDir });
      });
    },
  };
}
