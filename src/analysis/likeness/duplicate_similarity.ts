/** The cosine from which two kernels are duplicates; from its negative on they are an anti-pair. */
export const DUPLICATE_SIMILARITY = 0.95;
