import { measureCrc32c } from "./crc32c.ts";

const LENGTH_BYTES = 8;
const CRC_BYTES = 4;

/**
 * Encodes data as one record of a file of records, a TFRecord, little-endian:
 *
 *     length uint64, masked CRC-32C of the length, data, masked CRC-32C of the data
 *
 * Source: tensorflow/core/lib/io/record_writer.h.
 */
export function encodeRecord(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = LENGTH_BYTES + CRC_BYTES;
  const record = new Uint8Array(start + data.length + CRC_BYTES);
  const view = new DataView(record.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(LENGTH_BYTES, maskCrc(measureCrc32c(record.subarray(0, LENGTH_BYTES))), true);
  record.set(data, start);
  view.setUint32(start + data.length, maskCrc(measureCrc32c(data)), true);
  return record;
}

const MASK_DELTA = 0xa282ead8;

/** Masks a CRC, as one of bytes that hold CRCs would be no good check: crc32c.h of the same. */
export function maskCrc(crc: number): number {
  return ((crc >>> 15 | crc << 17) + MASK_DELTA) >>> 0;
}
