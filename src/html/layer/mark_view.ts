// @ts-types="npm:@types/d3-shape@3.2.0"
import {
  symbol,
  symbolCircle,
  symbolDiamond2,
  symbolSquare,
  symbolTimes,
  symbolTriangle,
  type SymbolType,
} from "d3-shape";

/** The mark of a class of kernels: the view of `marks.hbs`. */
export interface MarkView {
  /** The tone that it belongs to, such as `c-0`. */
  readonly tone: string;
  readonly path: string;
}

const diamond = draw(symbolDiamond2, 92);
const circle = draw(symbolCircle, 78);

/** The marks in the order of the tones; d3 has none for bars and twins. */
export const MARKS: readonly MarkView[] = [
  diamond,
  "M0-6v12",
  circle,
  diamond,
  circle,
  "M-4.5-5v10M0-5v10M4.5-5v10",
  draw(symbolSquare, 100),
  "M-5.5-5.5h7v7h-7ZM-1.5-1.5h7v7h-7Z",
  draw(symbolTimes, 64),
  draw(symbolTriangle, 42),
].map((path, i) => ({ tone: `c-${i}`, path }));

// About a centre at 0, 0; the size is an area.
function draw(type: SymbolType, size: number): string {
  return symbol(type, size).digits(2)() ?? "";
}
