// Names are one line of a page.
const LONGEST = 80;

/**
 * Reads the name of an ICC profile, such as `Display P3`, from its `desc` tag.
 *
 * Source: ICC.1:2022, 9.2.41 and 10.15; ICC.1:2001-04, 6.5.17.
 *
 * @returns The name; `unnamed` where the profile has none that can be read.
 */
export function readProfileName(profile: Uint8Array): string {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  try {
    return shorten(readDescription(profile, view) ?? "") || "unnamed";
  } catch (error) {
    if (error instanceof RangeError) return "unnamed"; // of DataView: a place beyond the end
    throw error;
  }
}

function readDescription(profile: Uint8Array, view: DataView): string | null {
  const count = view.getUint32(128);
  for (let entry = 132; entry < 132 + 12 * count; entry += 12) {
    if (readWord(view, entry) !== "desc") continue;
    const start = view.getUint32(entry + 4);
    switch (readWord(view, start)) {
      case "desc":
        return decode("latin1", profile, start + 12, view.getUint32(start + 8));
      case "mluc": // the first of its languages
        return decode(
          "utf-16be",
          profile,
          start + view.getUint32(start + 24),
          view.getUint32(start + 20),
        );
    }
  }
  return null;
}

function readWord(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

function decode(encoding: string, bytes: Uint8Array, start: number, length: number): string {
  return new TextDecoder(encoding).decode(bytes.subarray(start, start + length));
}

function shorten(text: string): string {
  // deno-lint-ignore no-control-regex -- the text ends with a zero
  const line = text.replace(/[\x00-\x1f\x7f]+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
