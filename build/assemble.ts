import openWabt from "wabt";

const FOLDER = new URL("../src/analysis/likeness/", import.meta.url);

/** Where the assembled text of {@linkcode assembleTile} is kept. */
export const TILE_PLACE = new URL("row_tile.wasm", FOLDER);

/** Assembles the text of the inner products that is in WebAssembly. */
export async function assembleTile(): Promise<Uint8Array<ArrayBuffer>> {
  const wabt = await openWabt();
  const text = await Deno.readTextFile(new URL("row_tile.wat", FOLDER));
  const module = wabt.parseWat("row_tile.wat", text);
  try {
    return new Uint8Array(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}

if (import.meta.main) await Deno.writeFile(TILE_PLACE, await assembleTile());
