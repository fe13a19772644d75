import { formatBarLength, formatSize } from "../format.ts";

/** Layers behind each other whose maps are of one size. */
export interface Stage {
  /** The size of the maps; empty where they are not known. */
  readonly size: string;
  /** The places of the first and the last of them, counted from 1. */
  readonly first: number;
  readonly last: number;
  /** Where it begins and how wide it is, as percentages. */
  readonly x: string;
  readonly width: string;
  /** On what screens its size has room: on all, on wide ones, or on none. */
  readonly room: "all" | "wide" | "none";
}

/** Lays out the stages of a network by the size of its maps; none where all are of one size. */
export function layoutStages(maps: readonly (readonly number[])[]): readonly Stage[] {
  const runs: { size: string; first: number; last: number }[] = [];
  maps.forEach((map, i) => {
    const size = formatSize(...map);
    const run = runs.at(-1);
    if (run?.size === size) run.last = i + 1;
    else runs.push({ size, first: i + 1, last: i + 1 });
  });
  if (runs.length < 2) return [];
  return runs.map(({ size, first, last }) => {
    const share = (last - first + 1) / maps.length;
    const x = formatBarLength((first - 1) / maps.length);
    return { size, first, last, x, width: formatBarLength(share), room: tellRoom(share, size) };
  });
}

// A sign is some 6 pixels wide, a row from 320 pixels on, and from 640 where labels stand beside it.
function tellRoom(share: number, { length }: string): Stage["room"] {
  if (share * 300 > 6 * length + 4) return "all";
  return share * 640 > 6 * length + 4 ? "wide" : "none";
}
