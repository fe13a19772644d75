import { configJsonSchema } from "../src/config/json_schema.ts";
import { drawWords } from "./drawing/drawn_words.ts";
import { LISTING_SCHEMA } from "../src/listing/listing_schema.ts";
import { COMPARISON_SCHEMA } from "../src/report/schema/comparison_schema.ts";
import { LAYER_SCHEMA } from "../src/report/schema/layer_schema.ts";
import { REPORT_SCHEMA } from "../src/report/schema/report_schema.ts";
import { listModules } from "./module_graph.ts";
import { type Bundle, bundleModule, bundleScript, bundleStyle, stopBundling } from "./bundle.ts";
import { keepStamp } from "./stamp.ts";

/** Where the scripts of the pages begin, by the names that reports give them. */
const SCRIPTS = {
  "assets/head.js": "src/page/start/head.ts",
  "assets/report.js": "src/page/start/english.ts",
  "assets/report.zh-CN.js": "src/page/start/chinese.ts",
  "assets/overview.js": "src/page/start/english_overview.ts",
  "assets/overview.zh-CN.js": "src/page/start/chinese_overview.ts",
  "assets/compare.js": "src/page/start/english_compare.ts",
  "assets/compare.zh-CN.js": "src/page/start/chinese_compare.ts",
  "assets/rule.js": "src/page/start/english_rule.ts",
  "assets/rule.zh-CN.js": "src/page/start/chinese_rule.ts",
  "assets/dataset.js": "src/page/start/english_dataset.ts",
  "assets/dataset.zh-CN.js": "src/page/start/chinese_dataset.ts",
  "assets/share.js": "src/page/start/english_share.ts",
  "assets/share.zh-CN.js": "src/page/start/chinese_share.ts",
  "assets/single_file.js": "src/page/start/single_file.ts",
} as const;

/** The schemas, by the files that they are written to. */
const SCHEMAS = {
  "src/config/config.schema.json": configJsonSchema(),
  "src/listing/layers.schema.json": LISTING_SCHEMA,
  "src/report/comparison.schema.json": COMPARISON_SCHEMA,
  "src/report/layer.schema.json": LAYER_SCHEMA,
  "src/report/report.schema.json": REPORT_SCHEMA,
} as const;

const project = new URL("../", import.meta.url);

/**
 * Builds what reports and editors are given, the scripts and the stylesheet of the pages, drawings,
 * schemas, and the templates as functions.
 */
export async function makeAssets(): Promise<void> {
  await Deno.mkdir(new URL("assets/", project), { recursive: true });
  try {
    const made = [
      ...Object.entries(SCHEMAS).map(([path, schema]) => writeSchema(path, schema)),
      ...Object.entries(SCRIPTS).map(([path, from]) => writeBundle(path, bundleScript(from))),
      writeBundle("assets/style.css", bundleStyle("templates/style.css")),
      writeBundle("assets/dataset.css", bundleStyle("templates/dataset/dataset.css")),
      writeBundle("assets/templates.js", bundleModule("src/html/engine.ts")),
      writeText("assets/drawings.json", JSON.stringify(drawWords())),
      listOwnFiles(),
    ];
    keepStamp((await Promise.all(made)).flat());
  } finally {
    await stopBundling();
  }
}

async function writeBundle(path: string, bundle: Promise<Bundle>): Promise<readonly string[]> {
  const { text, inputs } = await bundle;
  await replace(path, text);
  return [path, ...inputs.filter((input) => !input.startsWith("../"))]; // packages: see deno.lock
}

function writeSchema(path: string, schema: unknown): Promise<readonly string[]> {
  return writeText(path, `${JSON.stringify(schema, null, 2)}\n`);
}

async function writeText(path: string, text: string): Promise<readonly string[]> {
  await replace(path, text);
  return [path];
}

// The files of the build, and those of the schemas and the drawings.
async function listOwnFiles(): Promise<readonly string[]> {
  const { modules } = await listModules("build/make.ts");
  const own = modules.filter((module) => module.startsWith(project.href));
  const paths = own.map((module) => decodeURIComponent(module.slice(project.href.length)));
  return ["deno.json", "deno.lock", "build/build.ts", ...paths];
}

// At once: another build may run beside, and a report read what it wrote.
async function replace(path: string, text: string): Promise<void> {
  const draft = new URL(`${path}.${Deno.pid}`, project);
  await Deno.writeTextFile(draft, text);
  await Deno.rename(draft, new URL(path, project));
}
