import { Buffer } from "node:buffer";
import { fileURLToPath } from "node:url";

const PAINTER = fileURLToPath(new URL("./drawing_painter.ts", import.meta.url));
const CONFIG = fileURLToPath(new URL("../../../deno.json", import.meta.url));

/**
 * Paints drawings in SVG as PNG. A program of its own does it, as all threads of this one may read no
 * more than the formats of photos.
 */
export async function paintDrawings(svgs: readonly string[]): Promise<Uint8Array[]> {
  const painter = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-all", "--config", CONFIG, PAINTER],
    ...{ stdin: "piped", stdout: "piped" },
  }).spawn();
  const painted = painter.output();
  const writer = painter.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(svgs)));
  await writer.close();
  const { stdout } = await painted;
  const pngs: readonly string[] = JSON.parse(new TextDecoder().decode(stdout));
  return pngs.map((png) => new Uint8Array(Buffer.from(png, "base64")));
}
