import type { AtlasRowName } from "../../site/atlas/atlas_rows.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findAll, findPart } from "../shell/dom.ts";
import { fillTip, type TipContext } from "./atlas_tip.ts";
import { type AtlasPlace, linkShownPair } from "./pair_link.ts";

/** The columns of the atlas, and the place that is pointed at. */
export interface AtlasColumns {
  readonly atlas: HTMLElement;
  readonly context: TipContext;
  readonly links: readonly SVGAElement[];
  at: AtlasPlace | null;
}

/** Lets the pointer and the arrow keys show the pairs of layers, and a click or Enter open them. */
export function openColumns(atlas: HTMLElement, context: TipContext): AtlasColumns {
  const columns = findPart<SVGElement>(HOOKS.atlasColumns, atlas);
  const links = [...columns.querySelectorAll("a")] as unknown as SVGAElement[];
  const opened: AtlasColumns = { atlas, context, links, at: null };
  const point = (event: PointerEvent | MouseEvent): boolean => {
    const { left, width } = columns.getBoundingClientRect();
    const place = Math.floor(links.length * (event.clientX - left) / width);
    return showPlace(opened, {
      place: clamp(place, links.length),
      row: findRow(atlas, event.clientY),
    });
  };
  let tapped = false; // a finger cannot point: its first tap on a place shows what the second opens
  columns.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") point(event);
  });
  columns.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType !== "mouse" && point(event);
  });
  columns.addEventListener("click", (event) => tapped && event.preventDefault());
  columns.addEventListener("pointerleave", ({ pointerType }) => {
    if (pointerType === "mouse") hidePlace(opened);
  });
  listenToArrows(opened);
  return opened;
}

function listenToArrows(columns: AtlasColumns): void {
  const { atlas, links } = columns;
  atlas.tabIndex = 0;
  atlas.addEventListener("focus", () => {
    if (atlas.matches(HOOKS.focusVisible)) {
      showPlace(columns, { place: 0, row: listRows(atlas)[0] ?? null });
    }
  });
  atlas.addEventListener("blur", () => hidePlace(columns));
  atlas.addEventListener("keydown", (event) => {
    if (event.target !== atlas) return;
    const rows = listRows(atlas);
    const { place, row } = columns.at ?? { place: 0, row: rows[0] ?? null };
    const turn = (by: number): AtlasRowName | null =>
      rows[clamp(rows.indexOf(row!) + by, rows.length)] ?? null;
    const next = {
      ArrowLeft: { place: place - 1, row },
      ArrowRight: { place: place + 1, row },
      Home: { place: 0, row },
      End: { place: links.length, row },
      ArrowUp: { place, row: turn(-1) },
      ArrowDown: { place, row: turn(1) },
    }[event.key];
    if (next) showPlace(columns, { ...next, place: clamp(next.place, links.length) });
    else if (event.key === "Enter" && columns.at) {
      links[place]!.dispatchEvent(new MouseEvent("click", CLICK));
    } else return;
    event.preventDefault();
  });
}

const CLICK = { bubbles: true, cancelable: true, composed: true };

function clamp(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place));
}

function listRows(atlas: HTMLElement): readonly AtlasRowName[] {
  return findAll(HOOKS.atlasRows, atlas).filter(({ hidden }) => !hidden)
    .map(({ dataset }) => dataset.atlasRow as AtlasRowName);
}

function findRow(atlas: HTMLElement, y: number): AtlasRowName | null {
  const row = findAll(HOOKS.atlasRows, atlas).find((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return y >= top && y <= bottom;
  });
  return row === undefined ? null : row.dataset.atlasRow as AtlasRowName;
}

// Gives whether it is another place than before.
function showPlace(columns: AtlasColumns, at: AtlasPlace): boolean {
  const { atlas, links, context } = columns;
  if (columns.at?.place === at.place && columns.at.row === at.row) return false;
  if (columns.at) links[columns.at.place]?.classList.remove("is-on");
  columns.at = at;
  const link = links[at.place]!;
  link.classList.add("is-on");
  link.setAttribute("href", linkShownPair(context.file, at, context.words.language));
  const tip = findPart(HOOKS.atlasTip, atlas);
  fillTip(tip, at, context);
  tip.hidden = false;
  placeTip(tip, { atlas, link, row: at.row });
  return true;
}

function placeTip(
  tip: HTMLElement,
  { atlas, link, row }: {
    readonly atlas: HTMLElement;
    readonly link: Element;
    readonly row: AtlasRowName | null;
  },
): void {
  const frame = atlas.getBoundingClientRect();
  const column = link.getBoundingClientRect();
  const shown = findAll(HOOKS.atlasRows, atlas).find(({ dataset }) => dataset.atlasRow === row);
  const middle = (column.left + column.right) / 2 - frame.left;
  const left = Math.min(frame.width - tip.offsetWidth, Math.max(0, middle - tip.offsetWidth / 2));
  const bottom = (shown ?? atlas).getBoundingClientRect().bottom - frame.top;
  tip.style.translate = `${Math.round(left)}px ${Math.round(bottom + 6)}px`;
}

function hidePlace(columns: AtlasColumns): void {
  if (columns.at) columns.links[columns.at.place]?.classList.remove("is-on");
  columns.at = null;
  findPart(HOOKS.atlasTip, columns.atlas).hidden = true;
}

/** Lets the columns of layers that are not found stand back. */
export function showFound({ links }: AtlasColumns, isFound: (place: number) => boolean): void {
  links.forEach((link, place) => link.classList.toggle("is-out", !isFound(place)));
}
