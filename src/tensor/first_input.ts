/** Of what extent grouped kernels are. */
export interface GroupedKernels {
  /** How many there are in all groups. */
  readonly count: number;
  /** How many inputs each of them reads. */
  readonly read: number;
  readonly group: number;
}

/** Finds the first of the inputs of all groups that kernel k reads: that of its group. */
export function firstInputOf(k: number, { count, read, group }: GroupedKernels): number {
  return Math.floor(k * group / count) * read;
}
