import { formatCount } from "../quantity.ts";

/** The words of what is shared of a page, in English. */
export const SHARE_EN = {
  head: "Share this view",
  title: (pair: string, layer: string, model: string) => `${pair} · ${layer} · ${model}`,
  pairs: (count: number) =>
    count === 1 ? "A kernel and its map" : `${formatCount(count)} kernels and their maps`,
  pair: "pair",
  kernel: "Kernel",
  map: "Feature map",
  what: "What",
  choices: { pair: "the chosen pair", grid: "the pairs that are shown" },
  making: "Drawing…",
  preview: (title: string) => `What will be shared: ${title}`,
  picture: "Save as a picture",
  page: (size: string) => `Save as a page (${size})`,
  copyPicture: "Copy the picture",
  copied: "Picture copied",
  notCopied: "This browser does not let a page copy pictures; save it instead",
  copyLink: "Copy the link",
  send: "Send…",
  address: "Address",
  unreadable: "cannot be read here: the report was written without numbers; open it by a server",
};

/** The words of what is shared of a page. */
export type ShareWords = typeof SHARE_EN;
