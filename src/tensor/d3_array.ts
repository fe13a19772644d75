// @ts-types="npm:@types/d3-array@3.2.2"
export { nice, quantileSorted, ticks } from "d3-array";
