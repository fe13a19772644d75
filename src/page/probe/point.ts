import type { Words } from "../../words/words.ts";
import { findCell, findStep } from "./cell_moves.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { formatExact } from "./exact.ts";
import { drawHair, layHair } from "./hair.ts";
import type { Plane, Spot } from "../tile/plane.ts";
import { clamp } from "./probe.ts";

/** The numbers of a pair and where they stand. */
export interface PointedNumbers {
  /** Null where they are not known. */
  readonly a: Float32Array | null;
  readonly b: Float32Array | null;
  /** A − B; null where they cannot be compared. */
  readonly difference: Float32Array | null;
  /** Where the numbers of A and of B stand in their pictures. */
  readonly planes: readonly [Plane | null, Plane | null];
  /** Where those of A − B stand; null where they cannot be compared. */
  readonly flat: Plane | null;
}

/** The point at which exact values of A and B are read. */
export interface Point {
  /** Reads the numbers of another pair, at first where A and B differ most. */
  show(numbers: PointedNumbers): void;
  clear(): void;
}

/** Takes hold of the pictures that can be pointed at. */
export function openPoint(words: Words, signal: AbortSignal): Point {
  let numbers: PointedNumbers | null = null;
  let at = { x: 0, y: 0 }; // of the picture that was pointed at last
  const boxes = findAll("[data-point]");

  const findPlane = (box: HTMLElement): Plane | null => {
    const { planes: [a = null, b = null] = [], flat = null } = numbers ?? {};
    return { a, b, wipe: a, difference: flat }[box.dataset.point!] ?? null;
  };

  function place(box: HTMLElement, x: number, y: number): void {
    const plane = findPlane(box);
    if (!numbers || !plane) return;
    at = { x: clamp(x, plane.width), y: clamp(y, plane.height) };
    for (const each of boxes) {
      const own = findPlane(each);
      if (own) markPixel(each, own, carry(at, plane, own));
    }
    tell("reading", describe(words, { numbers, box, plane, at }));
  }

  for (const box of boxes) {
    box.addEventListener("pointermove", (event) => {
      const plane = findPlane(box);
      if (!plane) return;
      const { row, column } = findCell(box, event, plane);
      place(box, column, row);
    }, { signal });
    box.addEventListener("keydown", (event) => {
      const step = findStep(event);
      if (!step) return;
      event.preventDefault();
      place(box, at.x + step.column, at.y + step.row);
    }, { signal });
  }

  return {
    show: (next) => {
      numbers = next;
      const box = boxes.find((each) => each.offsetParent !== null && findPlane(each) !== null);
      const plane = box && findPlane(box);
      if (box && plane) {
        const { x, y } = findStart(plane, next.difference);
        place(box, x, y);
      } else tell("reading", words.compare.noReading);
    },
    clear: () => {
      numbers = null;
      for (const hair of findAll<SVGElement>("[data-point] .hair")) drawHair(hair, null);
    },
  };
}

interface Placed {
  readonly numbers: PointedNumbers;
  readonly box: HTMLElement;
  readonly plane: Plane;
  readonly at: { readonly x: number; readonly y: number };
}

function describe({ compare }: Words, { numbers, box, plane, at }: Placed): string {
  const { a, b, difference, planes } = numbers;
  const spot = plane.at(at.x, at.y);
  if (!spot) return compare.noReading;
  const whole = box.dataset.point === "difference" || difference !== null;
  const spots = planes.map((own) => {
    if (whole || own === null) return spot; // the numbers lie alike
    const { x, y } = carry(at, plane, own);
    return own.at(x, y);
  });
  const [one, other] = [read(a, spots[0]!), read(b, spots[1]!)];
  const { slice, row, column } = spot;
  const where = slice === null
    ? compare.cell(String(row), String(column))
    : compare.weight(String(slice), String(row), String(column));
  return difference === null
    ? compare.reading(where, one, other)
    : compare.readingDifference(where, one, other, read(difference, spot));
}

function read(data: Float32Array | null, spot: Spot | null): string {
  if (data === null || spot === null) return "–";
  return spot.indices.map((i) => formatExact(data[i]!)).join(", ");
}

// To the same place of a picture of another size.
function carry(
  { x, y }: Placed["at"],
  from: Plane,
  to: Plane,
): { readonly x: number; readonly y: number } {
  return {
    x: clamp(Math.floor((x + .5) / from.width * to.width), to.width),
    y: clamp(Math.floor((y + .5) / from.height * to.height), to.height),
  };
}

function findStart(plane: Plane, difference: Float32Array | null): Placed["at"] {
  let [start, most] = [{ x: plane.width >> 1, y: plane.height >> 1 }, -1];
  if (difference === null) return start;
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      for (const i of plane.at(x, y)?.indices ?? []) {
        if (!(Math.abs(difference[i]!) > most)) continue;
        most = Math.abs(difference[i]!);
        start = { x, y };
      }
    }
  }
  return start;
}

function markPixel(box: HTMLElement, plane: Plane, { x, y }: Placed["at"]): void {
  const hair = find<SVGElement>(".hair", box)!;
  hair.setAttribute("preserveAspectRatio", "none");
  layHair(hair, plane);
  drawHair(hair, { left: x, top: y, width: 1, height: 1 });
}
