import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";

const NOTE = "Not fetched: what graphics cards need. ONNXRUNTIME_NODE_INSTALL=cuda12 fetches it.\n";

/** What onnxruntime-node says of the files that its own script fetches. */
interface FetchedFiles {
  readonly requirements: Readonly<Record<string, readonly string[]>>;
  /** Files by their paths, by the platform and what requires them. */
  readonly manifests: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

// npm runs this before onnxruntime-node's own script, which fetches some hundred MB for graphics cards,
// fails the whole installation where it cannot, and leaves alone what is there.
if (!isDecidedElsewhere()) standInForFetched();

// By who installs, or by a project that asks for the runtime itself, maybe to use a graphics card.
function isDecidedElsewhere(): boolean {
  const { ONNXRUNTIME_NODE_INSTALL, npm_config_onnxruntime_node_install } = process.env;
  const { npm_config_global, npm_config_local_prefix } = process.env;
  if (ONNXRUNTIME_NODE_INSTALL || npm_config_onnxruntime_node_install) return true;
  if (npm_config_global === "true" || !npm_config_local_prefix) return false;
  try {
    const manifest = readFileSync(join(npm_config_local_prefix, "package.json"), "utf8");
    return "onnxruntime-node" in (JSON.parse(manifest).dependencies ?? {});
  } catch {
    return false;
  }
}

function standInForFetched(): void {
  const place = findRuntime();
  if (place === null) return;
  const platform = `${process.platform}/${process.arch}`;
  const { requirements, manifests } = place.fetched;
  const names = requirements[platform]?.map((name) => manifests[`${platform}:${name}`] ?? {}) ?? [];
  for (const path of names.flatMap(Object.keys)) {
    const file = join(place.folder, "bin/napi-v6", platform, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, NOTE);
  }
}

// Another installer may place it later, and run no scripts.
function findRuntime(): { readonly folder: string; readonly fetched: FetchedFiles } | null {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve("onnxruntime-node/package.json"));
    return { folder, fetched: require(join(folder, "script/install-metadata.js")) };
  } catch {
    return null;
  }
}
