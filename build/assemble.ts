import openWabt from "wabt";

const FOLDER = new URL("../src/tensor/", import.meta.url);

/** Where the assembled text of {@linkcode assembleTiles} is kept. */
export const TILES_PLACE = new URL("row_tiles.wasm", FOLDER);

/** Assembles the text of what rows of numbers make with others, which is WebAssembly's. */
export async function assembleTiles(): Promise<Uint8Array<ArrayBuffer>> {
  const wabt = await openWabt();
  const text = await Deno.readTextFile(new URL("row_tiles.wat", FOLDER));
  const module = wabt.parseWat("row_tiles.wat", text);
  try {
    return new Uint8Array(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}

if (import.meta.main) await Deno.writeFile(TILES_PLACE, await assembleTiles());
