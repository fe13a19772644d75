import openWabt from "wabt";

/** The modules that are kept assembled beside their text, by their place in `src/`. */
export const ASSEMBLED = [
  "analysis/kernel/leading_power",
  "analysis/spectrum/row_powers",
  "host/photo/png_rows",
  "raster/mix_pass",
  "tally/map_pass",
  "tensor/row/row_tiles",
] as const;

/** Where an assembled module is kept. */
export function placeAssembled(name: (typeof ASSEMBLED)[number]): URL {
  return new URL(`../src/${name}.wasm`, import.meta.url);
}

/** Assembles the text of a module, which is WebAssembly's. */
export async function assembleText(
  name: (typeof ASSEMBLED)[number],
): Promise<Uint8Array<ArrayBuffer>> {
  const wabt = await openWabt();
  const place = new URL(`../src/${name}.wat`, import.meta.url);
  const module = wabt.parseWat(place.pathname, await Deno.readTextFile(place));
  try {
    return new Uint8Array(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}

if (import.meta.main) {
  for (const name of ASSEMBLED) {
    await Deno.writeFile(placeAssembled(name), await assembleText(name));
  }
}
