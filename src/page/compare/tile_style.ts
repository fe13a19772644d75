import type { GridTile, PlacedTiles } from "./compare_layout.ts";

/** How the tiles of the grid stand: a style sheet of the page's own, as each rule fits thousands. */
export interface TileStyle {
  /** Writes how tiles stand, in place of what was written before. */
  write(tiles: readonly PlacedTiles[]): void;
  /** Shows the sheet of tiles that are drawn. */
  show(name: GridTile, url: string): void;
}

/** Opens the style of the tiles, until the signal. */
export function openTileStyle(signal: AbortSignal): TileStyle {
  const [stands, drawn] = [new CSSStyleSheet(), new CSSStyleSheet()];
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, stands, drawn];
  signal.addEventListener("abort", () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets
      .filter((sheet) => sheet !== stands && sheet !== drawn);
  });
  const urls = new Map<GridTile, string>();
  return {
    write: (tiles) => {
      urls.clear();
      drawn.replaceSync("");
      stands.replaceSync(tiles.map(writeRules).join("\n"));
    },
    show: (name, url) => {
      urls.set(name, url);
      drawn.replaceSync([...urls].map(([name, url]) => writeRule(name, showSheet(url))).join("\n"));
    },
  };
}

function writeRules({ name, picture, url, zoom, left, top }: PlacedTiles): string {
  const far = name.endsWith("-b") ? "var(--far)" : "0px";
  const own = writeRule(
    name,
    [
      `--w:${picture.tileWidth}`,
      `--h:${picture.tileHeight}`,
      `--sheet-w:${picture.width}`,
      `--sheet-h:${picture.height}`,
      `--padding:${picture.padding}`,
      `--zoom:${zoom.x}px`,
      `--zoom-y:${zoom.y}px`,
      `left:calc(${far} + ${left}px)`,
      `top:${top}px`,
      `image-rendering:${zoom.x < 1 || zoom.y < 1 ? "auto" : "pixelated"}`,
      ...url === null ? [] : [showSheet(new URL(url, document.baseURI).href)],
    ].join(";"),
  );
  return `${own}\n.is-overlaid-${name} .${name}{box-shadow:inset 0 20rem currentColor}`;
}

function writeRule(name: GridTile, properties: string): string {
  return `.compared i.${name}{${properties}}`;
}

function showSheet(url: string): string {
  return `background-image:url(${JSON.stringify(url)})`;
}
