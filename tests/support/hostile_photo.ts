import { Buffer } from "node:buffer";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";

type Bytes = Uint8Array<ArrayBuffer>;

const create = { width: 12, height: 9, channels: 3 as const, background: "teal" };

/** Encodes a JPEG with a text in its EXIF, its XMP and the name of its colour profile. */
export async function encodeTaggedJpeg(value: string): Promise<Bytes> {
  const folder = await Deno.makeTempDir();
  try {
    const profile = join(folder, "profile.icc");
    await Deno.writeFile(profile, await encodeProfile(value));
    const fields = { ImageDescription: value, Artist: value, Copyright: value, Software: value };
    const escaped = value.replace(/[^ -%'-;=?-~]/g, (letter) => `&#${letter.codePointAt(0)};`);
    return new Uint8Array(
      await sharp({ create }).withExif({ IFD0: fields }).withXmp(wrapXmp(escaped))
        .withIccProfile(profile).jpeg().toBuffer(),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function wrapXmp(text: string): string {
  return '<x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text}</dc:title>` +
    "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

const TABLE = 128; // where the tags of a profile are listed, behind their count

// sRGB with another name, which stands behind the rest in UTF-16, as version 4 has it.
async function encodeProfile(name: string): Promise<Bytes> {
  const plain = await sharp({ create }).withIccProfile("srgb").png().toBuffer();
  const icc = new Uint8Array((await sharp(plain).metadata()).icc!);
  const tag = Buffer.alloc(28 + 2 * name.length);
  tag.write("mluc");
  tag.writeUInt32BE(1, 8);
  tag.writeUInt32BE(12, 12);
  tag.write("enUS", 16);
  tag.writeUInt32BE(2 * name.length, 20);
  tag.writeUInt32BE(28, 24);
  tag.set(Buffer.from(name, "utf16le").swap16(), 28);
  const start = Math.ceil(icc.length / 4) * 4;
  const profile = Buffer.alloc(start + tag.length);
  profile.set(icc);
  profile.set(tag, start);
  profile.writeUInt32BE(profile.length, 0);
  for (let i = 0; i < profile.readUInt32BE(TABLE); i++) {
    const entry = TABLE + 4 + 12 * i;
    if (profile.toString("latin1", entry, entry + 4) !== "desc") continue;
    profile.writeUInt32BE(start, entry + 4);
    profile.writeUInt32BE(tag.length, entry + 8);
  }
  return new Uint8Array(profile);
}

const HEAD = 33; // the signature and the first chunk

/** Encodes a PNG with a text in its notes. */
export async function encodeTaggedPng(value: string): Promise<Bytes> {
  const png = await sharp({ create }).png().toBuffer();
  const notes = ["Title", "Author", "Description", "Comment"].map((keyword) =>
    encodeChunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${value}`))
  );
  return new Uint8Array(Buffer.concat([png.subarray(0, HEAD), ...notes, png.subarray(HEAD)]));
}

function encodeChunk(kind: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length);
  chunk.write(kind, 4);
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}
