/// <reference lib="dom" />

/** The windows of phones, tablets, laptops and screens. */
export const WINDOWS = [
  [320, 640],
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1440, 900],
  [1920, 1080],
] as const;

/**
 * Lists what is wrong with how a page is laid out, run on the page: what makes it wider than the
 * window, and texts that lie over each other. What scrolls by itself, and what lies over the page on
 * purpose, may.
 */
export function listFlaws(): readonly string[] {
  const name = ({ tagName, id, classList, textContent }: Element): string =>
    `${tagName.toLowerCase()}${id && `#${id}`}${
      [...classList].map((each) => `.${each}`).join("")
    } ` +
    `“${(textContent ?? "").trim().slice(0, 24)}”`;
  const room = document.documentElement.clientWidth;

  function isOver(element: Element): boolean {
    const { right, width } = element.getBoundingClientRect();
    return width > 0 && right > room + 1 && !cutsOff(element.parentElement);
  }

  function cutsOff(element: Element | null): boolean {
    if (element === null || element === document.body) return false;
    return getComputedStyle(element).overflowX !== "visible" || cutsOff(element.parentElement);
  }

  function isSeen(element: Element): boolean {
    const { clipPath, position, fontSize } = getComputedStyle(element);
    const isCut = clipPath !== "none" || Number.parseFloat(fontSize) === 0;
    if (isCut || position === "fixed" || position === "sticky") return false;
    return element.parentElement === null || isSeen(element.parentElement);
  }

  // What of a text can be seen of it.
  function clip(box: DOMRect, element: Element | null): DOMRect {
    if (element === null) return box;
    if (getComputedStyle(element).overflowX === "visible") return clip(box, element.parentElement);
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [Math.max(box.left, left), Math.max(box.top, top)];
    const [width, height] = [Math.min(box.right, right) - x, Math.min(box.bottom, bottom) - y];
    return clip(new DOMRect(x, y, Math.max(0, width), Math.max(0, height)), element.parentElement);
  }

  function listBoxes(element: Element): { element: Element; box: DOMRect }[] {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].map((box) => ({ element, box: clip(box, element) }))
      .filter(({ box }) => box.width > 2 && box.height > 2);
  }

  const isTold = (element: Element): boolean =>
    element.closest("svg, dialog, [popover], .skip, noscript, script, option") === null &&
    [...element.childNodes].some(({ nodeType, textContent }) => {
      return nodeType === Node.TEXT_NODE && textContent!.trim() !== "";
    });
  const everything = [...document.body.querySelectorAll("*")];
  const wide = document.documentElement.scrollWidth > room
    ? everything.filter(isOver).slice(0, 3).map((each) => `wider than the window: ${name(each)}`)
    : [];
  const boxes = everything.filter((each) => isTold(each) && each.checkVisibility() && isSeen(each))
    .flatMap(listBoxes).sort((a, b) => a.box.top - b.box.top);
  const laps = new Set<string>();
  boxes.forEach((one, i) => {
    for (let j = i + 1; j < boxes.length && boxes[j]!.box.top < one.box.bottom - 4; j++) {
      const other = boxes[j]!;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.box.right, other.box.right) -
        Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > 3 && down > 4) laps.add(`${name(one.element)} over ${name(other.element)}`);
    }
  });
  return [...wide, ...[...laps].slice(0, 5)];
}

/** Lets all parts of a page be laid out, those too that wait until they come near; run on the page. */
export function layOutAll(): void {
  for (const part of document.querySelectorAll<HTMLElement>(".rule, .quiet, .details, figure")) {
    part.style.contentVisibility = "visible";
  }
}

/** Tells whether the first kernel of a layer's page is seen before anything is scrolled; run on the page. */
export function seesFirstPair(): boolean {
  const tile = document.querySelector("[data-grid] > li:not([hidden]) i")!.getBoundingClientRect();
  const panel = document.querySelector("[data-panel]")!;
  const isSheet = getComputedStyle(panel).position === "fixed";
  return tile.bottom <= (isSheet ? panel.getBoundingClientRect().top : innerHeight);
}
