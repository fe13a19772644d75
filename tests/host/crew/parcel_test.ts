import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { freeParcel, packAway, packCopies } from "../../../src/host/crew/parcel.ts";

const whole = new Float32Array([1, 2, 3]);
const part = new Float32Array([4, 5, 6, 7]).subarray(1, 3);
const column = [1, null, 3];
const value = { a: [{ whole }, { part }], again: whole, column, none: null, said: "word" };

Deno.test("packCopies() leaves what it packs as it was, and lets nothing be copied again", () => {
  const { data, buffers } = packCopies(value);
  const sent = structuredClone(data, { transfer: buffers });
  assert.deepEqual(sent, value);
  assert.deepEqual([whole.length, part.length], [3, 2]);
  assert.deepEqual(buffers.map(({ byteLength }) => byteLength), [0, 0]); // they are gone
});

Deno.test("packAway() gives whole buffers away, and of larger ones what is shown", () => {
  const own = { whole: whole.slice(), part };
  const { data, buffers } = packAway(own);
  const sent = structuredClone(data, { transfer: buffers }) as typeof own;
  assert.deepEqual([sent.whole, sent.part], [whole, part]);
  assert.equal(own.whole.length, 0);
  assert.equal(part.buffer.byteLength, 16);
});

Deno.test("packCopies() keeps what stands in two places one, and the kind of every array", () => {
  const bytes = new Uint8Array([1, 2]);
  const doubles = new Float64Array([0.1]);
  const node = Buffer.from("pooled");
  const { data } = packCopies({ whole, again: whole, bytes, doubles, node });
  const packed = data as Record<string, unknown>;
  assert.equal(packed.whole, packed.again);
  assert.deepEqual([packed.bytes, packed.doubles], [bytes, doubles]);
  assert.deepEqual(packed.node, new Uint8Array(node));
});

Deno.test("packCopies() neither copies nor takes what is shared", () => {
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  const { data, buffers } = packCopies({ shared });
  assert.equal((data as { readonly shared: Uint8Array }).shared, shared);
  assert.deepEqual(buffers, []);
});

Deno.test("freeParcel() empties what was sent, but for what went on from there and what is shared", () => {
  const [kept, sent] = [new Float32Array(2), new Float32Array(2)];
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  const answer = structuredClone(packAway({ sent }).data, { transfer: [sent.buffer] });
  freeParcel({ tensors: [{ data: kept }, { data: sent }], shared });
  assert.deepEqual([kept.length, shared.length], [0, 4]);
  assert.deepEqual(answer, { sent: new Float32Array(2) });
});
