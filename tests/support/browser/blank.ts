/// <reference lib="dom" />

/**
 * Lists the pictures of a page that are not there, run on the page: one that is not found leaves its
 * place blank; one of a tile does so without any error.
 */
export async function listBlank(): Promise<readonly string[]> {
  const sources = [...document.images].map(({ src }) => src);
  const tiles = [...document.querySelectorAll("main i")].map((tile) =>
    /url\("(.*)"\)/.exec(getComputedStyle(tile).backgroundImage)?.[1] ?? ""
  );
  const urls = [...new Set([...sources, ...tiles])].filter((url) => url !== "");
  const blank = await Promise.all(urls.map((url) => {
    const image = new Image();
    return new Promise<readonly string[]>((resolve) => {
      image.onload = () => resolve([]);
      image.onerror = () => resolve([url]);
      image.src = url;
    });
  }));
  return blank.flat();
}
