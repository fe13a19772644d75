import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

// Where the project is no clone, as in an archive of it, there is nothing to ask.
const { code, stdout } = await new Deno.Command("git", {
  args: ["ls-files", "--cached", "--ignored", "--exclude-standard"],
  cwd: fileURLToPath(new URL("../../", import.meta.url)),
  stderr: "null",
}).output();

Deno.test({
  name: "nothing that is built is committed",
  ignore: code !== 0,
  fn: () => assert.equal(new TextDecoder().decode(stdout), ""),
});
