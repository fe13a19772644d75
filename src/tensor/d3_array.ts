// @ts-types="npm:@types/d3-array@3.2.2"
export { maxIndex, nice, quantile, quantileSorted, ticks } from "d3-array";
