import { formatBytes } from "../reason/byte_size.ts";

/** How large a report in one file may be, in bytes. */
export interface SizeLimits {
  /** From here on many a mail server does not carry it. */
  readonly large: number;
  /** From here on opening it takes seconds, and a small machine may not have the memory. */
  readonly heavy: number;
  /** Beyond it a report is made only when it is forced. */
  readonly refused: number;
  /** Beyond it none is made: V8 holds no text of more than 2^29 characters. */
  readonly most: number;
}

/** The limits of a report in one file. */
export const SIZE_LIMITS: SizeLimits = { large: 10e6, heavy: 50e6, refused: 100e6, most: 500e6 };

/** Whether a file of a size is made, and what is to be said of it. */
export interface SizeVerdict {
  readonly made: boolean;
  /** What to know or to do; null where there is nothing to say. */
  readonly words: string | null;
}

const FOLDER = "or leave out --single-file and publish the folder";

/** How a report in one file is asked for. */
interface JudgeOptions {
  readonly force: boolean;
  /** Whether it is as small as may be already. */
  readonly small?: boolean;
  /**
   * Whether numbers are written, which could be left out.
   *
   * @default {true}
   */
  readonly hasValues?: boolean;
  readonly limits?: SizeLimits;
}

/** Judges the size of a report in one file. */
export function judgeSize(
  bytes: number,
  { limits = SIZE_LIMITS, ...options }: JudgeOptions,
): SizeVerdict {
  const { force } = options;
  const less = adviseLess(options);
  const size = formatBytes(bytes);
  const limit = force ? limits.most : limits.refused;
  if (bytes > limit) {
    const words = `it would have ${size}, and ${
      formatBytes(limit)
    } is the most; ${less}, ${FOLDER}`;
    return { made: false, words: force ? words : `${words}; --force writes it all the same` };
  }
  if (bytes > limits.heavy) {
    const words = `it has ${size}: a browser takes seconds to open it, a phone may give up, and ` +
      `mail will not carry it; ${less}, ${FOLDER}`;
    return { made: true, words };
  }
  if (bytes > limits.large) {
    return { made: true, words: `it has ${size}: mail may not carry it; ${less}` };
  }
  return { made: true, words: null };
}

function adviseLess({ small = false, hasValues = true }: JudgeOptions): string {
  const ways = [
    ...small ? [] : ["add --small"],
    ...hasValues ? ['set "values": "none" in the config'] : [],
  ];
  const last = "choose fewer layers or photos";
  return `for less, ${ways.length === 0 ? last : `${ways.join(", ")}, or ${last}`}`;
}
