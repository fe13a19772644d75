/** A hash, short for reading and whole for comparing. */
export interface HashView {
  readonly short: string;
  readonly whole: string;
}

/** Views a hash. */
export function viewHash(whole: string): HashView {
  return { short: whole.length > 16 ? `${whole.slice(0, 16)}…` : whole, whole };
}
