import assert from "node:assert/strict";
import { join } from "node:path";
import { openAside } from "../../../src/host/output/aside.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

Deno.test("openAside() gives what was set aside, as often and in whatever order it is asked for", async () => {
  await using folder = await makeTempFolder({});
  const aside = openAside(join(folder.path, "aside"));
  const values = [
    { columns: [1 / 3, null, NaN, -0], names: ["a", "ä"] },
    new Float64Array([1, 2]),
    Float32Array.of(9, 1 / 3, NaN, -0, Infinity).subarray(1),
    Array.from({ length: 100_000 }, (_, i) => i / 7),
  ];
  const reads = values.map((value) => aside.set<unknown>(value));
  for (const i of [3, 2, 0, 1, 0]) assert.deepEqual(reads[i]!(), values[i]);
  aside.close();
});

Deno.test("openAside() makes a file for the first value, and removes it when it is closed", async () => {
  await using folder = await makeTempFolder({});
  const list = () => [...Deno.readDirSync(folder.path)].map(({ name }) => name);
  const aside = openAside(join(folder.path, "aside"));
  assert.deepEqual(list(), []);
  aside.set(1);
  assert.deepEqual(list(), ["aside"]);
  aside.close();
  aside.close();
  assert.deepEqual(list(), []);
});

Deno.test("openAside() says that values cannot be set aside", () => {
  const aside = openAside(join(Deno.cwd(), "no-such-folder", "aside"));
  assert.throws(() => aside.set(1), /^Error: Cannot set measures aside: /);
  aside.close();
});
