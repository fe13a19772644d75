import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { imageCodec } from "../../../src/host/photo/image_codec.ts";
import "../../../src/host/photo/limited_formats.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8"/></svg>';

async function listModules(entry: string): Promise<string[]> {
  const path = fileURLToPath(new URL(`../../../src/${entry}`, import.meta.url));
  const command = new Deno.Command(Deno.execPath(), { args: ["info", "--json", path] });
  const { modules } = JSON.parse(new TextDecoder().decode((await command.output()).stdout));
  return modules.map(({ specifier }: { specifier: string }) => specifier);
}

Deno.test("limited_formats has every other format refused, such as SVG", async () => {
  await assert.rejects(
    imageCodec.readHead(new TextEncoder().encode(SVG)),
    /operation is blocked|it is no JPEG/,
  );
});

Deno.test("limited_formats is none of what a thread of the crew loads, which would meet others that read", async () => {
  const holds = (modules: readonly string[], name: string): boolean =>
    modules.some((specifier) => specifier.endsWith(`/host/photo/${name}.ts`));
  const [worker, program] = [
    await listModules("host/crew/worker.ts"),
    await listModules("host/host_effects.ts"),
  ];
  assert(holds(worker, "image_codec") && holds(program, "limited_formats"));
  assert(!holds(worker, "limited_formats"));
});
