import { dirname, join } from "node:path";

/** Writes a file of a draft, with the folders above it. */
export async function writeInto(
  draft: string,
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  const file = join(draft, path);
  await Deno.mkdir(dirname(file), { recursive: true });
  if (typeof content === "string") await Deno.writeTextFile(file, content);
  else await Deno.writeFile(file, content);
}
