import { Buffer } from "node:buffer";
import sharp from "sharp";

// Paints drawings to pictures: a list of SVGs comes, a list of PNGs in base64 goes.
const svgs: readonly string[] = JSON.parse(await new Response(Deno.stdin.readable).text());
const pngs: string[] = [];
for (const svg of svgs) {
  pngs.push((await sharp(Buffer.from(svg)).flatten().png().toBuffer()).toString("base64"));
}
await new Response(JSON.stringify(pngs)).body!.pipeTo(Deno.stdout.writable);
