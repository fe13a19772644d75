const GAP = 6; // CSS pixels
const MARGIN = 8;

/** Places a box of the top layer below something, above it where there is no room, and on the window. */
export function placeBox(box: HTMLElement, thing: Element): void {
  const { left, top, bottom } = thing.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const right = clientWidth - width - MARGIN;
  const fits = bottom + GAP + height + MARGIN <= clientHeight;
  box.style.left = `${Math.max(MARGIN, Math.min(left, right))}px`;
  box.style.top = `${Math.max(MARGIN, fits ? bottom + GAP : top - GAP - height)}px`;
}
