import assert from "node:assert/strict";
import { join } from "node:path";
import { findSchema } from "../../../src/host/file/schema_file.ts";
import { VERSION } from "../../../src/version.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const INSTALLED = "node_modules/convatlas/schemas/config.schema.json";

Deno.test("findSchema() finds the schema of a checkout and of an installed package, as a config names it", async () => {
  await using folder = await makeTempFolder({
    "checkout/src/config/config.schema.json": "{}",
    "checkout/nets/photos/a.jpg": "",
    [`project/${INSTALLED}`]: "{}",
  });
  const find = (path: string): Promise<string> => findSchema(join(folder.path, path));
  assert.equal(await find("checkout"), "./src/config/config.schema.json");
  assert.equal(await find("checkout/nets/photos"), "../../src/config/config.schema.json");
  assert.equal(await find("project"), `./${INSTALLED}`);
});

Deno.test("findSchema() names the published schema of this version elsewhere", async () => {
  await using folder = await makeTempFolder();
  const address = `https://unpkg.com/convatlas@${VERSION}/schemas/config.schema.json`;
  assert.equal(await findSchema(folder.path), address);
});
