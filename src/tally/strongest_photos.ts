/** The photos that excite each kernel most, at most so many, each with its strongest cell. */
export interface StrongestPhotos {
  readonly kernels: number;
  /** How many a kernel keeps. */
  readonly most: number;
  /** How many each kernel has by now. */
  readonly held: Uint8Array;
  /** The values [kernels, most], the largest first; of equal ones, that of the photo listed first. */
  readonly values: Float32Array;
  /** The places of their photos in the list of all. */
  readonly photos: Uint32Array;
  /** Their cells. */
  readonly cells: Uint32Array;
}

/** A value of a map, and where it was found: the place of the photo, and the cell. */
export interface Candidate {
  readonly value: number;
  readonly photo: number;
  readonly cell: number;
}

/** Keeps none yet. */
export function createStrongest(kernels: number, most: number): StrongestPhotos {
  const size = kernels * most;
  return {
    ...{ kernels, most },
    held: new Uint8Array(kernels),
    values: new Float32Array(size),
    photos: new Uint32Array(size),
    cells: new Uint32Array(size),
  };
}

/** Takes what a photo has for a kernel, if it is among the strongest. */
export function takePhoto(strongest: StrongestPhotos, kernel: number, found: Candidate): void {
  const { most, held, values, photos, cells } = strongest;
  const start = kernel * most;
  let at = held[kernel]!;
  while (at > 0 && precedes(found, strongest, start + at - 1)) at--;
  if (at === most) return;
  const end = Math.min(held[kernel]!, most - 1);
  for (const column of [values, photos, cells]) {
    column.copyWithin(start + at + 1, start + at, start + end);
  }
  values[start + at] = found.value;
  photos[start + at] = found.photo;
  cells[start + at] = found.cell;
  held[kernel] = end + 1;
}

/** Takes what another part of the photos has. */
export function mergeStrongest(strongest: StrongestPhotos, others: StrongestPhotos): void {
  for (let kernel = 0; kernel < others.kernels; kernel++) {
    for (const found of listStrongest(others, kernel)) takePhoto(strongest, kernel, found);
  }
}

/** Lists what a kernel holds, the strongest first. */
export function listStrongest(
  { most, held, values, photos, cells }: StrongestPhotos,
  kernel: number,
): Candidate[] {
  return Array.from({ length: held[kernel]! }, (_, i) => {
    const at = kernel * most + i;
    return { value: values[at]!, photo: photos[at]!, cell: cells[at]! };
  });
}

function precedes(
  { value, photo }: Candidate,
  { values, photos }: StrongestPhotos,
  at: number,
): boolean {
  return value > values[at]! || (value === values[at]! && photo < photos[at]!);
}
