// Neighbours tell a number better than the mean does where maps are smooth, and worse where they are not.

/** In place of a centre: codes are told by their neighbours. */
export const SMOOTH = 65_535;

/**
 * Puts in place of each code how far it is from what is expected, 0, −1, 1, −2, … as 0, 1, 2, 3, …;
 * gives the centre of the codes, or that they are told by their neighbours, whichever is nearer.
 */
export function foldCodes(codes: Uint16Array, width: number): number {
  const sum = codes.reduce((sum, code) => sum + code, 0);
  const centre = Math.min(SMOOTH - 1, Math.round(sum / Math.max(1, codes.length)));
  const away = codes.reduce((away, code) => away + Math.abs(code - centre), 0);
  const residues = new Uint16Array(codes.length);
  if (foldSmooth(codes, width, residues) < away) {
    codes.set(residues);
    return SMOOTH;
  }
  for (let i = 0; i < codes.length; i++) codes[i] = fold(codes[i]! - centre);
  return centre;
}

/** Puts the codes back in their place. */
export function unfoldCodes(codes: Uint16Array, width: number, centre: number): void {
  if (centre !== SMOOTH) {
    for (let i = 0; i < codes.length; i++) codes[i] = centre + unfold(codes[i]!);
    return;
  }
  for (let i = 0, x = 0; i < codes.length; i++, x = x + 1 === width ? 0 : x + 1) {
    codes[i] = expect(codes, i, { x, width }) + unfold(codes[i]!);
  }
}

// Gives how far the codes are from what their neighbours tell, in all.
function foldSmooth(codes: Uint16Array, width: number, residues: Uint16Array): number {
  let away = 0;
  for (let i = 0, x = 0; i < codes.length; i++, x = x + 1 === width ? 0 : x + 1) {
    const residue = fold(codes[i]! - expect(codes, i, { x, width }));
    residues[i] = residue;
    away += (residue + 1) >>> 1;
  }
  return away;
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
