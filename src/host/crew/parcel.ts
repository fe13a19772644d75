import { freeOwnBytes } from "../../tensor/freed_bytes.ts";

/**
 * Plain data, and the buffers that go with it from one thread to the other without being copied. What is
 * shared by threads goes as it is.
 */
export interface Parcel {
  readonly data: unknown;
  readonly buffers: ArrayBuffer[];
}

/** Packs what is not used any more: whole buffers go as they are, and of larger ones what is shown. */
export function packAway(value: unknown): Parcel {
  return pack(value, (view) => view.byteLength === view.buffer.byteLength ? view : copy(view));
}

/** Packs copies of what is still used. */
export function packCopies(value: unknown): Parcel {
  return pack(value, copy);
}

/** Gives back the memory of what was sent here, as far as it did not go on from here. */
export function freeParcel(data: unknown): void {
  pack(data, (view) => {
    freeOwnBytes(view);
    return view;
  });
}

function pack(value: unknown, own: (view: ArrayBufferView) => ArrayBufferView): Parcel {
  const packed = new Map<object, object>(); // what stands in two places goes once
  const buffers = new Set<ArrayBuffer>();
  const walk = (each: unknown): unknown => {
    if (typeof each !== "object" || each === null) return each;
    const known = packed.get(each) ?? packObject(each);
    packed.set(each, known);
    return known;
  };
  const packObject = (each: object): object => {
    if (ArrayBuffer.isView(each)) {
      if (each.buffer instanceof SharedArrayBuffer) return each;
      const view = own(each);
      buffers.add(view.buffer as ArrayBuffer);
      return view;
    }
    if (Array.isArray(each)) return isFlat(each) ? each : each.map(walk);
    return Object.fromEntries(Object.entries(each).map(([key, field]) => [key, walk(field)]));
  };
  return { data: walk(value), buffers: [...buffers] };
}

// Columns of numbers are long.
function isFlat([first]: readonly unknown[]): boolean {
  return typeof first === "number" || typeof first === "string";
}

function copy(view: ArrayBufferView): ArrayBufferView {
  const { buffer, byteOffset, byteLength } = view;
  const Kind = view instanceof Uint8Array ? Uint8Array : view.constructor as typeof Uint8Array;
  return new Kind((buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength));
}
