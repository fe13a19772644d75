import { decodeBase64 } from "../../tensor/base64.ts";
import { decodeWide } from "../../tensor/wide_text.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { inflate } from "./inflate.ts";

/** The files of a report in one file: script elements that do not run, and pictures. */
export interface EmbeddedFiles {
  /** Tells whether the document holds a file, by its path from the report's folder. */
  holds(path: string): boolean;
  /** Reads a file that the document holds deflated. */
  readBytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads the text of a file that the document holds. */
  readText(path: string): Promise<string>;
  /** Keeps a file that the page has made, as if the document held it. */
  keep(path: string, file: Blob): void;
  /** Makes a URL of a picture or another file that is not text, the first time it is asked for. */
  openUrl(path: string): string;
  /** Makes a URL of any file, to save it. */
  openDownload(path: string): Promise<string>;
  /** Leaves all URLs to the page that still shows them: another page has its own. */
  leaveUrls(): void;
  /** Lets go of the URLs that were left. */
  closeLeftUrls(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  json: "application/json",
  png: "image/png",
  webp: "image/webp",
};

/** Finds the files that the document holds; null where it holds none. */
export function openEmbeddedFiles(): EmbeddedFiles | null {
  const elements = new Map<string, HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>(HOOKS.embeddedFiles)) {
    elements.set(element.dataset.file!, element);
  }
  if (elements.size === 0) return null;
  const urls = new Map<string, string>();
  const made = new Map<string, Blob>();
  const left: string[] = [];
  const decode = (path: string) => decodeElement(elements.get(path)!);
  const readBytes = (path: string) => inflate(decode(path));
  const readText = async (path: string): Promise<string> =>
    new TextDecoder().decode(await readBytes(path));
  const keepUrl = (path: string, file: Blob): string => {
    const url = URL.createObjectURL(file);
    urls.set(path, url);
    return url;
  };
  const openUrl = (path: string): string =>
    urls.get(path) ?? keepUrl(path, made.get(path) ?? makeFile(path, decode(path)));
  return {
    holds: (path) => elements.has(path) || made.has(path),
    keep: (path, file) => void made.set(path, file),
    readBytes,
    readText,
    openUrl,
    openDownload: async (path) => {
      const isDeflated = "deflated" in (elements.get(path)?.dataset ?? {});
      if (urls.has(path) || !isDeflated) return openUrl(path);
      return keepUrl(path, makeFile(path, await readBytes(path)));
    },
    leaveUrls: () => {
      left.push(...urls.values());
      urls.clear();
    },
    closeLeftUrls: () => left.splice(0).forEach((url) => URL.revokeObjectURL(url)),
  };
}

// Pictures that show without script hold their bytes as their source.
function decodeElement(element: HTMLElement): Uint8Array<ArrayBuffer> {
  if (element instanceof HTMLImageElement) {
    return decodeBase64(element.src.slice(element.src.indexOf(",") + 1));
  }
  return decodeWide(element.textContent, Number(element.dataset.length));
}

function makeFile(path: string, bytes: Uint8Array<ArrayBuffer>): Blob {
  const type = TYPES[path.split(".").at(-1)!] ?? "application/octet-stream";
  return new Blob([bytes], { type });
}
