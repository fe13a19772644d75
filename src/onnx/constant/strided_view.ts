/** Values in reading order, with their dims. */
export interface Laid {
  readonly data: readonly number[];
  readonly dims: readonly number[];
}

/** What is taken of an axis: from `start` on by `step`, until `end`; as ONNX's Slice counts it. */
export interface Cut {
  readonly axis: number;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

interface View {
  readonly dims: readonly number[];
  /** How far apart neighbours along each axis lie. */
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Slices values along axes; null where a step is 0 or an axis is missing. */
export function sliceLaid(laid: Laid, cuts: readonly Cut[]): Laid | null {
  const rank = laid.dims.length;
  let view = viewOf(laid);
  for (const { axis, ...cut } of cuts) {
    const at = axis < 0 ? axis + rank : axis;
    if (view.dims[at] === undefined || cut.step === 0) return null;
    view = cutAxis(view, at, cut);
  }
  return readView(laid, view);
}

/** Reorders the axes of values, by default from the last to the first; null where none fits. */
export function transposeLaid(laid: Laid, perm: readonly number[] | undefined): Laid | null {
  const order = perm ?? laid.dims.map((_, axis) => axis).reverse();
  const { dims, strides, offset } = viewOf(laid);
  if (order.length !== dims.length || order.some((axis) => dims[axis] === undefined)) return null;
  const view = {
    dims: order.map((axis) => dims[axis]!),
    strides: order.map((axis) => strides[axis]!),
    offset,
  };
  return readView(laid, view);
}

function viewOf({ dims }: Laid): View {
  const strides = dims.map((_, axis) => dims.slice(axis + 1).reduce((a, b) => a * b, 1));
  return { dims, strides, offset: 0 };
}

function cutAxis(view: View, axis: number, { start, end, step }: Omit<Cut, "axis">): View {
  const extent = view.dims[axis]!;
  const [least, most] = step > 0 ? [0, extent] : [-1, extent - 1];
  const clamp = (place: number, floor: number): number =>
    Math.min(most, Math.max(floor, place < 0 ? place + extent : place));
  const from = clamp(start, 0);
  const count = Math.max(0, Math.ceil((clamp(end, least) - from) / step));
  return {
    dims: view.dims.with(axis, count),
    strides: view.strides.with(axis, view.strides[axis]! * step),
    offset: view.offset + from * view.strides[axis]!,
  };
}

function readView({ data }: Laid, { dims, strides, offset }: View): Laid {
  const read = Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, i) => {
    let rest = i;
    let at = offset;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      at += rest % dims[axis]! * strides[axis]!;
      rest = Math.floor(rest / dims[axis]!);
    }
    return data[at]!;
  });
  return { data: read, dims };
}
