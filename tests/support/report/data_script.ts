import { inflateRawSync } from "node:zlib";
import { countTiles, findTile, type ValueFiles } from "../../../src/plan/value_files.ts";
import { decodeTiles, type Tile } from "../../../src/tensor/tile_bytes.ts";
import { decodeWide } from "../../../src/tensor/wide_text.ts";

/** What a data script delivers. */
export interface Delivery {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Runs a data script as a page would, and gives what it delivers, inflated. */
export function runDataScript(script: Uint8Array | string | undefined): Delivery {
  const deliveries: Delivery[] = [];
  const run = new Function("convatlas", decodeScript(script as Uint8Array));
  run((name: string, text: string, length: number) => {
    deliveries.push({ name, bytes: new Uint8Array(inflateRawSync(decodeWide(text, length))) });
  });
  const [delivery] = deliveries;
  if (deliveries.length === 1 && delivery) return delivery;
  throw new SyntaxError(`Cannot run data script: it delivers ${deliveries.length} times`);
}

/** Decodes the text of a data script as a browser does: by the mark at its begin. */
export function decodeScript(script: Uint8Array): string {
  if (script[0] === 0xff && script[1] === 0xfe) return new TextDecoder("utf-16le").decode(script);
  throw new SyntaxError("Cannot decode data script: no mark says that it is UTF-16");
}

/** Reads tile k of numbers; `find` gives the content of a file by its path. */
export function readTile(
  folder: string,
  { values, k }: { readonly values: ValueFiles; readonly k: number },
  find: (path: string) => Uint8Array | string | undefined,
): Tile {
  const { file, tile, from, to } = findTile(values, k);
  const { name, bytes } = runDataScript(find(`${folder}/${file}.js`));
  if (name !== `${folder}/${file}`) throw new SyntaxError(`Cannot read tile: "${name}" came`);
  const { numbers, errors } = decodeTiles(bytes, countTiles(values, file), values.dims.slice(1));
  return { numbers: numbers.subarray(from, to), error: errors[tile]! };
}
