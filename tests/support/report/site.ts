import { Buffer } from "node:buffer";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../../src/api/generate_report.ts";
import { FAULT_SCRIPT } from "../browser/fault_script.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";

/** A report on the disk, and the address of its folder. */
export interface Site {
  readonly folder: string;
  /** Ends in a slash. */
  readonly origin: string;
}

/** The model of the tests' reports: one layer that reads the photo, and one behind it. */
export const SITE_CONFIG = {
  models: [{
    name: "miniature",
    path: "fixtures/miniature.onnx",
    layers: ["conv1", "conv2"],
    preprocess: { resize: { shortestEdge: 64 }, mean: 0.5, std: 0.25 },
  }],
  images: ["fixtures/scenes/*.png"],
  values: "exact", // so that a page can be held to every digit
} as const;

/** Writes a report into a folder of its own. */
export async function writeSite(): Promise<Site> {
  const folder = await Deno.makeTempDir({ prefix: "convatlas-site-" });
  await generateReport(SITE_CONFIG, { out: folder, npy: true });
  return { folder, origin: pathToFileURL(`${folder}/`).href };
}

/** Reads the measures of a layer as `layer.json` has them. */
export async function readLayer({ folder }: Site, layer: string): Promise<LayerReport> {
  return JSON.parse(await Deno.readTextFile(join(folder, "miniature", layer, "layer.json")));
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
};

/** A site under a path of a server, as a project's pages stand on GitHub. */
export interface ServedSite extends Site, AsyncDisposable {}

/** What is served beside the files of a site. */
export interface ServeOptions {
  /** Whether a script in each page keeps what goes wrong on it, as `FAULT_SCRIPT` says. */
  readonly watched?: boolean;
}

/** Serves a site under `/some/repo/` of a port of its own. */
export function serveSite(
  { folder }: Site,
  { watched = false }: ServeOptions = {},
): ServedSite {
  const path = "/some/repo/";
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (ask) => {
    const { pathname } = new URL(ask.url);
    if (watched && pathname === path + SCRIPT) return respond(FAULT_SCRIPT, "js");
    if (!pathname.startsWith(path)) return new Response(null, { status: 404 });
    const asked = decodeURIComponent(pathname.slice(path.length));
    const name = asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
    try {
      const bytes = await Deno.readFile(join(folder, name));
      return respond(watched && name.endsWith(".html") ? watch(path, bytes) : bytes, name);
    } catch {
      return new Response(null, { status: 404 });
    }
  });
  return {
    folder,
    origin: `http://127.0.0.1:${server.addr.port}${path}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function respond(body: BodyInit, name: string): Response {
  const type = TYPES[name.split(".").at(-1)!] ?? "application/octet-stream";
  return new Response(body, { headers: { "content-type": type } });
}

const SCRIPT = "watch.js";

// Before all other scripts, behind the policy that holds for it too.
function watch(path: string, page: Uint8Array): string | Uint8Array<ArrayBuffer> {
  const script = `<script src="${path}${SCRIPT}"></script>`;
  const insert = (text: string): string => text.replace("<title>", `${script}$&`);
  const isWide = page[0] === 0xff && page[1] === 0xfe; // a report in one file
  if (!isWide) return insert(new TextDecoder().decode(page));
  const text = new TextDecoder("utf-16le", { ignoreBOM: true }).decode(page);
  return Uint8Array.from(Buffer.from(insert(text), "utf16le"));
}
