import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const BUILT = [
  "assets/compare.js",
  "assets/compare.zh-CN.js",
  "assets/head.js",
  "assets/report.js",
  "assets/report.zh-CN.js",
  "assets/single_file.js",
  "assets/style.css",
  "assets/templates.js",
  "src/config/config.schema.json",
  "src/listing/layers.schema.json",
  "src/report/layer.schema.json",
  "src/report/report.schema.json",
];

Deno.test("the package that is published holds what is built, and no tests or benches", async () => {
  const args = ["publish", "--dry-run", "--allow-dirty", "--no-check", "--allow-slow-types"];
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const env = { NO_COLOR: "1" };
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, cwd, env }).output();
  const told = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  const root = new URL("../../", import.meta.url).href;
  const paths = [...told.matchAll(/file:\/\/\S+(?= \()/g)].map(([path]) => path.slice(root.length));
  assert.deepEqual(BUILT.filter((path) => !paths.includes(path)), []);
  assert.deepEqual(paths.filter((path) => /^(?:bench|tests)\//.test(path)), []);
  assert(paths.includes("mod.ts"));
});
