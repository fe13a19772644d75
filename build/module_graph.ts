import { runDeno } from "./run_deno.ts";

/** What a module imports, itself and through others. */
export interface ModuleGraph {
  /** The project's own modules, by their addresses. */
  readonly modules: readonly string[];
  /** The folders of npm packages, by their names. */
  readonly packages: ReadonlyMap<string, string>;
}

interface DenoInfo {
  readonly modules: readonly { readonly specifier: string }[];
  readonly npmPackages: Readonly<
    Record<string, { readonly name: string; readonly localPath: string }>
  >;
}

/** Lists what a module of the project imports, as Deno resolves it. */
export async function listModules(entryPoint: string): Promise<ModuleGraph> {
  const info = await runDeno(["info", "--json", entryPoint]);
  const { modules, npmPackages }: DenoInfo = JSON.parse(info);
  return {
    modules: modules.map(({ specifier }) => specifier),
    packages: new Map(Object.values(npmPackages).map(({ name, localPath }) => [name, localPath])),
  };
}
