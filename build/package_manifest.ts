import deno from "../deno.json" with { type: "json" };
import { OLDEST_NODE } from "../src/host/process/node_version.ts";

/** What npm is told of the package. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly bin: { readonly convatlas: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** The schemas of what the program reads and writes, by the names that the package gives them. */
export const SCHEMAS = {
  "comparison.schema.json": "src/report/comparison.schema.json",
  "config.schema.json": "src/config/config.schema.json",
  "layer.schema.json": "src/report/layer.schema.json",
  "layers.schema.json": "src/listing/layers.schema.json",
  "report.schema.json": "src/report/report.schema.json",
} as const;

/**
 * Makes the manifest of the package.
 *
 * @param dependencies The npm packages that it imports; their versions are those of deno.json.
 * @param repository The address of the repository that it is built in, which npm checks; null elsewhere.
 */
export function makeManifest(
  dependencies: readonly string[],
  repository: string | null,
): PackageManifest {
  return {
    name: "convatlas",
    version: deno.version,
    description:
      "An atlas of a convolutional network: every kernel beside the feature map it makes",
    keywords: ["onnx", "cnn", "convolution", "feature-maps", "kernels", "visualization", "report"],
    license: deno.license,
    ...(repository === null ? {} : { repository: { type: "git", url: `git+${repository}.git` } }),
    type: "module",
    engines: { node: `>=${OLDEST_NODE}` },
    bin: { convatlas: "dist/cli.js" },
    scripts: { preinstall: "node dist/preinstall.js" },
    exports: {
      ".": { types: "./types/mod.d.ts", default: "./dist/mod.js" },
      ...Object.fromEntries(
        Object.keys(SCHEMAS).map((name) => [`./${name}`, `./schemas/${name}`]),
      ),
      "./package.json": "./package.json",
    },
    dependencies: Object.fromEntries(dependencies.map((name) => [name, findVersion(name)])),
  };
}

// Exact, so that what is installed is what was tested.
function findVersion(name: string): string {
  const specifier = new Map(Object.entries(deno.imports)).get(name);
  const [, version] = /^npm:.+@(\d+\.\d+\.\d+)$/.exec(specifier ?? "") ?? [];
  if (version !== undefined) return version;
  throw new TypeError(`Cannot pack dependency "${name}": deno.json names no exact version of it`);
}
