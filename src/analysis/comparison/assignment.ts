/** Numbers by row and column, [rows, columns]. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/**
 * Assigns each row a column of its own so that the sum of their values is largest.
 *
 * The Hungarian method by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987): rows come
 * one by one, and the potentials u of rows and v of columns keep value ≤ u + v. A row whose largest
 * value is in a free column takes one pass.
 *
 * @param matrix No more rows than columns.
 */
export function assignColumns({ rows, columns, values }: Matrix): number[] {
  const potentials = { row: new Float64Array(rows), column: new Float64Array(columns) };
  const owners = new Int32Array(columns).fill(NONE);
  for (let row = 0; row < rows; row++) {
    const path = findPath(row, owners, { columns, values, potentials });
    raisePotentials(path, owners, potentials);
    for (let column = path.end; column !== NONE;) {
      const before = path.before[column]!;
      owners[column] = before === NONE ? row : owners[before]!;
      column = before;
    }
  }
  const assigned = Array.from({ length: rows }, () => NONE);
  owners.forEach((row, column) => row === NONE || (assigned[row] = column));
  return assigned;
}

const NONE = -1;

interface Potentials {
  readonly row: Float64Array;
  readonly column: Float64Array;
}

interface Search {
  readonly columns: number;
  readonly values: Float32Array;
  readonly potentials: Potentials;
}

/** The shortest way from a row that has no column to a column that is free. */
interface Path {
  readonly start: number;
  readonly end: number;
  /** The column that each was reached from; none where from the row itself. */
  readonly before: Int32Array;
  /** The columns that were passed, in their order, and how far each lies. */
  readonly passed: readonly number[];
  readonly distance: Float64Array;
}

function findPath(
  start: number,
  owners: Int32Array,
  { columns, values, potentials: { row: u, column: v } }: Search,
): Path {
  const distance = new Float64Array(columns).fill(Infinity);
  const before = new Int32Array(columns).fill(NONE);
  const isPassed = new Uint8Array(columns);
  const passed: number[] = [];
  let [row, from, gone] = [start, NONE, 0];
  while (true) {
    let nearest = NONE;
    for (let column = 0; column < columns; column++) {
      if (isPassed[column] === 1) continue;
      const own = gone + u[row]! + v[column]! - values[row * columns + column]!;
      if (own < distance[column]!) [distance[column], before[column]] = [own, from];
      const closer = nearest === NONE ? 1 : distance[nearest]! - distance[column]!;
      if (closer > 0 || (closer === 0 && owners[nearest] !== NONE)) nearest = column; // free ones end it
    }
    isPassed[nearest] = 1;
    gone = distance[nearest]!;
    if (owners[nearest] === NONE) return { start, end: nearest, before, passed, distance };
    passed.push(nearest);
    [row, from] = [owners[nearest]!, nearest];
  }
}

// So that what is on the way costs nothing any more.
function raisePotentials(
  { start, end, passed, distance }: Path,
  owners: Int32Array,
  { row: u, column: v }: Potentials,
): void {
  const length = distance[end]!;
  u[start]! -= length;
  for (const column of passed) {
    const rest = length - distance[column]!;
    u[owners[column]!]! -= rest;
    v[column]! += rest;
  }
}
