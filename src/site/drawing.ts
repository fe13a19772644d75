/** How many cells a tile of a drawing has across and down. */
export const DRAWING_SIDE = 11;

/** A tile of a drawing: a hexadecimal digit a cell, or three for red, green and blue; and its label. */
export type DrawnTile = readonly [cells: string, label: string];

/** Tiles that show what a word means, such as a kernel of which a measure is 0, and one of which it is 1. */
export type WordDrawing = readonly DrawnTile[];

/** Drawings, by what stands for their words in addresses. */
export type Drawings = Readonly<Record<string, WordDrawing>>;

/** The name of the data that holds them. */
export const DRAWINGS = "assets/drawings";
