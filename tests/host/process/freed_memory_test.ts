import assert from "node:assert/strict";
import { runDeno } from "../../support/program/command.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const FREED_MEMORY = new URL("../../../src/host/process/freed_memory.ts", import.meta.url).href;

// glibc keeps blocks like those that were freed before, and what lies under one that is in use.
const PROGRAM = `
  import { returnFreedMemory } from ${JSON.stringify(FREED_MEMORY)};
  const BLOCK = 1 << 18;
  const make = (size) => new Uint8Array(size).fill(1);
  returnFreedMemory();
  make(8 * BLOCK).buffer.transfer(0);
  const before = Deno.memoryUsage().rss;
  const blocks = Array.from({ length: 256 }, () => make(BLOCK));
  for (let i = 0; i < blocks.length; i += 2) blocks[i].buffer.transfer(0);
  console.log((Deno.memoryUsage().rss - before) / BLOCK);
`;

async function countHeld(...flags: readonly string[]): Promise<number> {
  await using folder = await makeTempFolder({ "main.ts": PROGRAM });
  const args = ["run", "--quiet", "--no-check", "--no-prompt", ...flags, "main.ts"];
  const { code, stdout, stderr } = await runDeno(args, folder.path);
  assert.equal(code, 0, stderr);
  return Number(stdout);
}

Deno.test({
  name: "returnFreedMemory() lets blocks go that lie between others",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const held = await countHeld("--allow-ffi");
    assert.ok(held >= 120 && held < 160, `${held} blocks of 256 are held, 128 are in use`);
  },
});

Deno.test("returnFreedMemory() asks for no permission that is not there", async () => {
  assert.ok(await countHeld() >= 120);
});
