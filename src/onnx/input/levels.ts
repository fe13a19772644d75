import type { DataType } from "../wire/proto.ts";

/** The whole numbers from one to another. */
export interface Levels {
  readonly least: number;
  readonly most: number;
}

/** The whole numbers that a type holds, as far as numbers here are exact. */
export const LEVELS: Readonly<Partial<Record<DataType, Levels>>> = {
  bool: { least: 0, most: 1 },
  uint4: { least: 0, most: 15 },
  int4: { least: -8, most: 7 },
  uint8: { least: 0, most: 255 },
  int8: { least: -128, most: 127 },
  uint16: { least: 0, most: 2 ** 16 - 1 },
  int16: { least: -(2 ** 15), most: 2 ** 15 - 1 },
  uint32: { least: 0, most: 2 ** 32 - 1 },
  int32: { least: -(2 ** 31), most: 2 ** 31 - 1 },
  uint64: { least: 0, most: Number.MAX_SAFE_INTEGER },
  int64: { least: Number.MIN_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER },
};
