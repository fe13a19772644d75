import { formatBytes } from "./byte_size.ts";
import type { AnyReason, Tell } from "./tell.ts";

/** A file, as a config or a model names it. */
interface NamedFile {
  readonly file: string;
}

/** Why a file cannot be read or written; no reason tells its path, which may be a private one. */
export const FILE_REASONS = {
  "unopened": ({ file, reason }: NamedFile & { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot open file "${file}": ${tell(reason)}`,
  "unread": ({ file, reason }: NamedFile & { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot read file "${file}": ${tell(reason)}`,
  "unwritten": ({ file, reason }: NamedFile & { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot write "${file}": ${tell(reason)}`,
  "not-set-aside": ({ reason }: { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot set measures aside: ${tell(reason)}`,
  "changed-while-read": ({ file }: NamedFile): string =>
    `Cannot read "${file}": the file changed while it was read; run again`,
  "changed-between": ({ file }: NamedFile): string =>
    `Cannot read file "${file}": it changed while the report was made; run again`,
  "file-ends": ({ byte }: { readonly byte: number }): string =>
    `Cannot read file: it ends at byte ${byte}`,
  "text-file-too-large": (
    { size, most }: { readonly size: number; readonly most: number },
  ): string =>
    `it has ${formatBytes(size)}, more than the ${formatBytes(most)} that such a file may have`,
  "no-such-file": (): string => "there is no such file",
  "is-folder": (): string => "it is a folder",
  "path-through-file": (): string => "a part of its path is no folder",
  "permission-denied": (): string => "permission denied",
  "permission-not-given": (): string => "the permission was not given",
  "disk-full": (): string => "no space is left on the disk",
  "disk-too-small": (
    { out, bytes, free }: {
      readonly out: string;
      readonly bytes: number;
      /** How many bytes are left. */
      readonly free: number;
    },
  ): string =>
    `Cannot write report to "${out}": it would take about ${formatBytes(bytes)}, ` +
    `and ${formatBytes(free)} are left on the disk`,
  "link-circle": (): string => "its links lead in a circle",
  "link-out": (): string =>
    "a link leads it out of its folder; name the file that the link leads to",
  "is-device": (): string => "it is a pipe or a device, no file",
};
