// Neighbours tell a number better than the mean does where maps are smooth, and worse where they are not.

/** In place of a centre: codes are told by their neighbours. */
const SMOOTH = 65_535;

/** Finds the centre of codes, or that they are told by their neighbours, whichever is nearer to them. */
export function findCentre(codes: Uint16Array, width: number): number {
  let sum = 0;
  for (let i = 0; i < codes.length; i++) sum += codes[i]!;
  const centre = Math.min(SMOOTH - 1, Math.round(sum / Math.max(1, codes.length)));
  if (width === 1) return centre;
  let nearer = 0;
  for (let i = 0, x = 0; i < codes.length; i++, x = x + 1 === width ? 0 : x + 1) {
    const code = codes[i]!;
    nearer += Math.abs(code - centre) - Math.abs(code - expect(codes, i, { x, width }));
  }
  return nearer > 0 ? SMOOTH : centre;
}

/** Gives how far each code is from what is expected: 0, −1, 1, −2, … as 0, 1, 2, 3, … */
export function foldCodes(codes: Uint16Array, width: number, centre: number): Uint16Array {
  const residues = new Uint16Array(codes.length);
  for (let i = 0, x = 0; i < codes.length; i++, x = x + 1 === width ? 0 : x + 1) {
    const expected = centre === SMOOTH ? expect(codes, i, { x, width }) : centre;
    residues[i] = fold(codes[i]! - expected);
  }
  return residues;
}

/** Puts the codes back in the place of what {@linkcode foldCodes} gave. */
export function unfoldCodes(codes: Uint16Array, width: number, centre: number): void {
  for (let i = 0, x = 0; i < codes.length; i++, x = x + 1 === width ? 0 : x + 1) {
    const expected = centre === SMOOTH ? expect(codes, i, { x, width }) : centre;
    codes[i] = expected + unfold(codes[i]!);
  }
}

// The median of left, above and left + above − corner, as JPEG-LS (ITU-T T.87, A.4.1) has it.
function expect(
  codes: Uint16Array,
  i: number,
  { x, width }: { readonly x: number; readonly width: number },
): number {
  if (i < width) return x > 0 ? codes[i - 1]! : 0;
  const above = codes[i - width]!;
  if (x === 0) return above;
  const [left, corner] = [codes[i - 1]!, codes[i - width - 1]!];
  const flat = left + above - corner;
  return left < above
    ? Math.max(left, Math.min(above, flat))
    : Math.max(above, Math.min(left, flat));
}

// Modulo 2¹⁶: the nearer way round.
function fold(distance: number): number {
  const near = distance << 16 >> 16;
  return (near << 1 ^ near >> 15) & 0xffff;
}

function unfold(residue: number): number {
  return residue >>> 1 ^ -(residue & 1);
}
