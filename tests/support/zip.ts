import { concatBytes } from "../../src/onnx/wire/wire.ts";

/** Packs empty files of the given names into a zip archive. */
export function encodeZip(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const texts = names.map((name) => new TextEncoder().encode(name));
  const files = concatBytes(texts.map((name) => encodeEntry("PK\x03\x04", 30, { at: 26, name })));
  const directory = concatBytes(
    texts.map((name) => encodeEntry("PK\x01\x02", 46, { at: 28, name })),
  );
  const end = startRecord("PK\x05\x06", 22);
  const view = new DataView(end.buffer);
  view.setUint16(8, names.length, true);
  view.setUint16(10, names.length, true);
  view.setUint32(12, directory.length, true);
  view.setUint32(16, files.length, true);
  return concatBytes([files, directory, end]);
}

// A record that ends with a name, whose length stands at byte `at`.
function encodeEntry(
  mark: string,
  length: number,
  { at, name }: { readonly at: number; readonly name: Uint8Array },
): Uint8Array {
  const record = startRecord(mark, length);
  new DataView(record.buffer).setUint16(at, name.length, true);
  return concatBytes([record, name]);
}

function startRecord(mark: string, length: number): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(length);
  record.set(new TextEncoder().encode(mark));
  return record;
}
