/** Red, green and blue, each −1 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What a place of a tile shows, −1 dark to 1 light; `x` and `y` go from −1 to 1, `y` downwards. */
export type Pattern = (x: number, y: number) => number | Colour;

/** A pattern without colours. */
export type GreyPattern = (x: number, y: number) => number;

/** The same everywhere. */
export function flat(value: number): GreyPattern {
  return () => value;
}

/** Waves that run along an angle, counter-clockwise: 0° lies like –; `cycles` across the tile. */
export function stripes(angle: number, cycles: number, phase = 0): GreyPattern {
  const turn = angle * Math.PI / 180;
  return (x, y) => {
    const across = x * Math.sin(turn) + y * Math.cos(turn);
    return Math.sin(Math.PI * cycles * across + phase);
  };
}

// So that patterns fade towards the border, as those of kernels do.
function fade(x: number, y: number): number {
  return Math.exp(-(x * x + y * y) * 1.6);
}

/** An edge along an angle: light on one side, dark on the other. */
export function edge(angle: number): GreyPattern {
  return multiply(stripes(angle, 0.9), scale(fade, 1.4));
}

/** A line along an angle: light between dark. */
export function line(angle: number): GreyPattern {
  return multiply(stripes(angle, 1.3, Math.PI / 2), scale(fade, 1.2));
}

/** A spot, as wide as said. */
export function spot(width = 0.45, left = 0, top = 0): GreyPattern {
  return (x, y) => Math.exp(-((x - left) ** 2 + (y - top) ** 2) / width ** 2);
}

/** A spot in a dark ring. */
export function ringed(): GreyPattern {
  return (x, y) => 1.6 * spot(0.4)(x, y) - 0.8 * spot(0.8)(x, y);
}

/** What has no order: the same numbers on every machine. */
export function noise(seed: number): GreyPattern {
  return (x, y) => {
    const cell = Math.round((x + 1) * 50) * 374761393 + Math.round((y + 1) * 50) * 668265263;
    const mixed = Math.imul((cell + seed * 362437) ^ (cell >>> 13), 1274126177);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 31 - 1;
  };
}

/** Points that stand for kernels in a plot: `rise` is −1 to 1, from one that falls to one that rises. */
export function cloud(rise: number): GreyPattern {
  return (x, y) => {
    const up = rise === 0 ? noise(5)(x, 0) : -rise * x;
    return Math.abs(y - up) < 0.12 ? -1 : 0.9;
  };
}

/** The area below a curve with one top. */
export function bump(width: number): GreyPattern {
  return (x, y) => -y < 1.6 * Math.exp(-((x / width) ** 2)) - 0.9 ? 0.9 : -0.8;
}

/** Bars, as high as said, 0 to 1. */
export function bars(heights: readonly number[]): GreyPattern {
  return (x, y) => {
    const height = heights[Math.min(heights.length - 1, Math.floor((x + 1) / 2 * heights.length))]!;
    return (1 - y) / 2 <= height ? 0.9 : -0.8;
  };
}

/** A pattern times another. */
export function multiply(one: GreyPattern, other: GreyPattern): GreyPattern {
  return (x, y) => one(x, y) * other(x, y);
}

/** A pattern, stronger or weaker, and lighter or darker. */
export function scale(pattern: GreyPattern, by: number, add = 0): GreyPattern {
  return (x, y) => pattern(x, y) * by + add;
}

/** The sum of patterns. */
export function add(...patterns: readonly GreyPattern[]): GreyPattern {
  return (x, y) => patterns.reduce((sum, pattern) => sum + pattern(x, y), 0);
}

/** A pattern moved to the left and up. */
export function move(pattern: GreyPattern, by: number): GreyPattern {
  return (x, y) => pattern(x + by, y + by);
}

/** A pattern in a colour, and in its opposite where it is below 0. */
export function tint(pattern: GreyPattern, [red, green, blue]: Colour): Pattern {
  return (x, y) => {
    const value = pattern(x, y);
    return [value * red, value * green, value * blue];
  };
}

/** The colour of a hue, in degrees: 0° red, 120° green. */
export function hue(degrees: number): Colour {
  const channel = (at: number): number => Math.cos((degrees - at) * Math.PI / 180);
  return [channel(0), channel(120), channel(240)];
}
