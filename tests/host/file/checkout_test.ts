import assert from "node:assert/strict";
import { relative } from "node:path";
import { join } from "node:path";
import { findInCheckout } from "../../../src/host/file/checkout.ts";
import { runDeno } from "../../support/program/command.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

Deno.test("findInCheckout() gives the path of a file below a folder of git, or a file that names one", async () => {
  for (const mark of ["a/.git/HEAD", "a/.git"]) {
    await using folder = await makeTempFolder({ [mark]: "", "a/b/net.onnx": "", "net.onnx": "" });
    const within = join(folder.path, "a/b/net.onnx");
    assert.equal(await findInCheckout(within), relative("", within));
    assert.equal(await findInCheckout(join(folder.path, "net.onnx")), null);
  }
});

Deno.test("findInCheckout() asks nobody for a permission", async () => {
  await using folder = await makeTempFolder({ "a/.git": "", "a/net.onnx": "" });
  const place = new URL("../../../src/host/file/checkout.ts", import.meta.url).href;
  const script = `
    import { findInCheckout } from ${JSON.stringify(place)};
    console.log(await findInCheckout(${JSON.stringify(join(folder.path, "a/net.onnx"))}));
  `;
  const file = join(folder.path, "script.ts");
  await Deno.writeTextFile(file, script);
  const { stdout, stderr } = await runDeno(["run", "--quiet", file], folder.path);
  assert.equal(stdout.trim(), "null", stderr);
});
