import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { findInCheckout } from "../../../src/host/file/checkout.ts";
import { runDeno } from "../../support/program/command.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const CONFIG = fileURLToPath(new URL("../../../deno.json", import.meta.url));

Deno.test("findInCheckout() gives the path of a file below a folder of git, or a file that names one", async () => {
  for (const mark of ["a/.git/HEAD", "a/.git"]) {
    await using folder = await makeTempFolder({ [mark]: "", "a/b/net.onnx": "", "net.onnx": "" });
    const within = join(folder.path, "a/b/net.onnx");
    assert.equal(await findInCheckout(within), relative("", within));
    assert.equal(await findInCheckout(join(folder.path, "net.onnx")), null);
  }
});

// [what, the files of rules, whether the file is pushed as it is]
const RULES: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
  ["no rule", { ".gitignore": "*.tgz\n# *.onnx\n" }, true],
  ["a rule of the root", { ".gitignore": "*.onnx\n" }, false],
  ["a rule about its folder", { ".gitignore": "/models/\n" }, false],
  ["a rule of its folder", { "models/.gitignore": "net.onnx" }, false],
  ["an exception below", { ".gitignore": "*.onnx", "models/.gitignore": "!net.onnx" }, true],
  ["Git LFS", { ".gitattributes": "*.onnx filter=lfs diff=lfs merge=lfs -text\n" }, false],
  ["Git LFS for others", { ".gitattributes": "*.bin filter=lfs\n*.onnx -text\n" }, true],
];

for (const [what, rules, isPushed] of RULES) {
  Deno.test(`findInCheckout() ${isPushed ? "gives" : "leaves out"} a file under ${what}`, async () => {
    await using folder = await makeTempFolder({ ".git/HEAD": "", "models/net.onnx": "", ...rules });
    const path = join(folder.path, "models/net.onnx");
    assert.equal(await findInCheckout(path), isPushed ? relative("", path) : null);
  });
}

Deno.test("findInCheckout() asks nobody for a permission", async () => {
  await using folder = await makeTempFolder({ "a/.git": "", "a/net.onnx": "" });
  const place = new URL("../../../src/host/file/checkout.ts", import.meta.url).href;
  const script = `
    import { findInCheckout } from ${JSON.stringify(place)};
    console.log(await findInCheckout(${JSON.stringify(join(folder.path, "a/net.onnx"))}));
  `;
  const file = join(folder.path, "script.ts");
  await Deno.writeTextFile(file, script);
  const { stdout, stderr } = await runDeno(
    ["run", "--quiet", "--config", CONFIG, file],
    folder.path,
  );
  assert.equal(stdout.trim(), "null", stderr);
});
