import type { AnyReason, Tell } from "./tell.ts";

/** What a TIFF file holds. */
export interface TiffContent {
  /** Null for colours that are not known. */
  readonly colours: string | null;
  readonly bands: number;
  readonly bits: number;
  readonly format: string;
  readonly opacity: boolean;
}

const UNIT_ADVICE = "floats from 0 to 1 are read as levels 0 to 255: scale them so, or save 8 bits";

/** Why a photo is not read. */
export const PHOTO_REASONS = {
  "image-undecoded": ({ reason }: { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot decode image: ${tell(reason)}`,
  "image-empty": (): string => "it is empty",
  "image-format": (): string => "it is no JPEG, PNG, WebP, AVIF, GIF or TIFF",
  "heic": (): string => "it is HEIC, which is not read; save it as JPEG, PNG or AVIF",
  "tiff-content": ({ colours, bands, bits, format, opacity }: TiffContent): string =>
    `it holds ${colours ?? "colours of an unknown kind"} in ${bands} band${
      bands === 1 ? "" : "s"
    } of ${bits}-bit ${TIFF_NUMBERS[format] ?? `${format} integers`}` +
    `${opacity ? ", with opacity" : ""}; ` +
    "save it as grey, RGB or CMYK of 8 or 16 bits, or as floats from 0 to 1",
  "sample-kind": ({ kind }: { readonly kind: string }): string =>
    `its samples are of the kind ${kind}`,
  "too-many-pixels": ({ most }: { readonly most: number }): string =>
    `it has more than ${most} pixels`,
  "not-a-number": (): string => `it holds floats that are no numbers; ${UNIT_ADVICE}`,
  "floats-beyond": ({ least, most }: { readonly least: number; readonly most: number }): string =>
    `it holds floats from ${least} to ${most}; ${UNIT_ADVICE}`,
  "profile-of-floats": (): string =>
    'Cannot convert floats by a profile: "profile": "ignore" reads them as stored',
  "profile-of-grey": (): string =>
    'Cannot convert 16-bit grey by a profile: "profile": "ignore" reads them as stored',
  "resized-too-large": (
    { width, height, resized, most }: {
      readonly width: number;
      readonly height: number;
      /** The width and the height that it would have. */
      readonly resized: readonly number[];
      readonly most: number;
    },
  ): string =>
    `Cannot resize photo of ${width} x ${height}: ${resized.join(" x ")} are more ` +
    `than ${most} pixels`,
};

// Those that are no integers.
const TIFF_NUMBERS: Readonly<Record<string, string>> = {
  float: "floats",
  undefined: "numbers of an unknown kind",
  complex: "complex numbers",
};
