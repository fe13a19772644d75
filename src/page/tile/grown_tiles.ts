import { HOOKS } from "../../site/hook/hooks.ts";
import { findAll } from "../shell/dom.ts";
import { GRID_SIZES } from "../../site/tile/sprite.ts";

// Of more, tiles that grew would not stand in the place of all.
const FEW = 128;

/**
 * Lets the few pairs that are left of many grow, as far as the place that all of them have holds:
 * what stands below stays where it is.
 */
export function growTiles(list: HTMLElement, size: string): void {
  const work = list.closest<HTMLElement>(HOOKS.work)!;
  setSize(work, size);
  list.classList.remove("is-grown");
  list.style.minHeight = "";
  const items = findAll(HOOKS.gridItems, list);
  const shown = items.filter(({ hidden }) => !hidden);
  if (shown.length === 0 || shown.length > FEW || shown.length === items.length) return;
  const room = list.offsetHeight;
  list.classList.add("is-grown"); // those that are hidden take no place
  list.style.minHeight = `${room}px`;
  const larger = GRID_SIZES.slice(GRID_SIZES.findIndex((each) => each === size) + 1).toReversed();
  const fits = (each: string): boolean => {
    setSize(work, each);
    const { bottom } = shown.at(-1)!.getBoundingClientRect();
    return bottom - list.getBoundingClientRect().top <= room;
  };
  if (!larger.some(fits)) setSize(work, size);
}

function setSize({ dataset }: HTMLElement, size: string): void {
  if (dataset.size !== size) dataset.size = size;
}
