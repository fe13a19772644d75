import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const BUILT = [
  "assets/compare.js",
  "assets/compare.zh-CN.js",
  "assets/head.js",
  "assets/report.js",
  "assets/report.zh-CN.js",
  "assets/rule.js",
  "assets/rule.zh-CN.js",
  "assets/share.js",
  "assets/share.zh-CN.js",
  "assets/single_file.js",
  "assets/style.css",
  "assets/templates.js",
  "src/config/config.schema.json",
  "src/listing/layers.schema.json",
  "src/report/comparison.schema.json",
  "src/report/layer.schema.json",
  "src/report/report.schema.json",
];

/** Runs Deno in the project and gives what it says. */
async function run(...args: readonly string[]): Promise<string> {
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    ...{ args: [...args], cwd, env: { NO_COLOR: "1" } },
  }).output();
  const told = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(success, told);
  return told;
}

Deno.test("the package is taken by JSR, with what is built and without tests, benches and the build", async () => {
  // `deno check` looks at its types, with those of everything else.
  const told = await run("publish", "--dry-run", "--allow-dirty", "--no-check");
  const root = new URL("../../", import.meta.url).href;
  const paths = [...told.matchAll(/file:\/\/\S+(?= \()/g)].map(([path]) => path.slice(root.length));
  assert.deepEqual(BUILT.filter((path) => !paths.includes(path)), []);
  assert.deepEqual(paths.filter((path) => /^(?:bench|build|tests)\//.test(path)), [
    "build/asset.d.ts",
  ]);
  assert(paths.includes("mod.ts"));
  // A config that is a module, which is the user's own.
  const warned = [...told.matchAll(/^warning\[(.*?)\][^]*?--> (\S+):\d+:\d+$/gm)];
  assert.deepEqual(
    warned.map(([, what, place = ""]) => [what, place.slice(fileURLToPath(root).length)]),
    [["unanalyzable-dynamic-import", "src/host/file/config_file.ts"]],
  );
});

Deno.test("everything that mod.ts gives is described, and so is what that is made of", async () => {
  assert.match(await run("doc", "--lint", "mod.ts"), /^Checked 1 file$/m);
});
