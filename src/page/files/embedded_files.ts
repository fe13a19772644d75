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
};

/** Finds the files that the document holds; null where it holds none. */
export function openEmbeddedFiles(): EmbeddedFiles | null {
  const elements = new Map<string, HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>(HOOKS.embeddedFiles)) {
    elements.set(element.dataset.file!, element);
  }
  if (elements.size === 0) return null;
  const urls = new Map<string, string>();
  const left: string[] = [];
  const decode = (path: string) => decodeElement(elements.get(path)!);
  const readBytes = (path: string) => inflate(decode(path));
  const readText = async (path: string): Promise<string> =>
    new TextDecoder().decode(await readBytes(path));
  const keepUrl = (path: string, bytes: Uint8Array<ArrayBuffer>): string => {
    const url = makeUrl(path, bytes);
    urls.set(path, url);
    return url;
  };
  const openUrl = (path: string): string => urls.get(path) ?? keepUrl(path, decode(path));
  return {
    holds: (path) => elements.has(path),
    readBytes,
    readText,
    openUrl,
    openDownload: async (path) => {
      if (urls.has(path) || !("deflated" in elements.get(path)!.dataset)) return openUrl(path);
      return keepUrl(path, await readBytes(path));
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

function makeUrl(path: string, bytes: Uint8Array<ArrayBuffer>): string {
  const type = TYPES[path.split(".").at(-1)!] ?? "application/octet-stream";
  return URL.createObjectURL(new Blob([bytes], { type }));
}
