// Numbers, and what stands around them in JSON, Python and plain text.
const LIST = /^[\s[({]*(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?[\s,;]*)+[\])}]*\s*$/i;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

const LONGEST = 256; // characters; a number for each of four channels takes some twenty each

/** Parses a text such as `[640, 640]`, `(0.5, 0.5)`, `123.7 116.3` or `7`; null where it holds more. */
export function parseNumbers(text: string): readonly number[] | null {
  if (text.length > LONGEST || !LIST.test(text)) return null;
  const numbers = text.match(NUMBER)!.map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
}
