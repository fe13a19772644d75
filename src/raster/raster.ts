/** A width and a height, in pixels. */
export interface Size {
  /** Its width, in pixels. */
  readonly width: number;
  /** Its height, in pixels. */
  readonly height: number;
}

/** Pixels of 8 bits a channel, row by row, the channels of a pixel side by side. */
export interface Raster extends Size {
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array<ArrayBuffer>;
}
