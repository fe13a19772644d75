const LINE_WIDTH = 100;

/** Writes a value as JSON that is short to read: what fits into a line stands in one. */
export function writeBriefly(value: unknown, indent = ""): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= LINE_WIDTH || typeof value !== "object") return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((part) => writeBriefly(part, inner))
    : Object.entries(value!).map(([key, part]) =>
      `${JSON.stringify(key)}:${writeBriefly(part, inner)}`
    );
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(",\n")}\n${indent}${close}`;
}
