/** What an image processor of Hugging Face's does where its file leaves a field out. */
export interface ProcessorKind {
  /** The size after resizing, as files write it; null where there is no default. */
  readonly size: Readonly<Record<string, number>> | null;
  /** Whether one number as a size is a square or the shortest edge; null where it is not known. */
  readonly square: boolean | null;
  /** PIL's number of the filter; null where there is no default. */
  readonly resample: number | null;
  /** The side of the centre crop, and whether it is cut; null where there is none. */
  readonly crop: { readonly side: number; readonly cuts: boolean } | null;
  /** What levels are multiplied by. */
  readonly factor: number;
  /** Whether the mean and the deviation are used by default, if told, or never. */
  readonly normalizes: "by default" | "if told" | "never";
  /** Their defaults; null where they must be told. */
  readonly norm: Norm | null;
  /** Whether the channels are turned round by default. */
  readonly flips: boolean;
  /** A rule of its own for the size. */
  readonly rule: "ConvNext" | "DETR" | "LeViT" | "PoolFormer" | null;
  /** The field that takes 1 off rescaled levels, and its default. */
  readonly offset: { readonly field: string; readonly taken: boolean } | null;
  /** Fields of its own that are honoured. */
  readonly honours: readonly string[];
  /** Fields of its own that change nothing of the photo. */
  readonly neutral: RegExp | null;
}

interface Norm {
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

/** What is read of a file that names no kind: nothing is taken for granted. */
export const ANY_KIND: ProcessorKind = {
  size: null,
  square: null,
  resample: null,
  crop: null,
  factor: 1 / 255,
  normalizes: "by default",
  norm: null,
  flips: false,
  rule: null,
  offset: null,
  honours: ["do_flip_channel_order"],
  neutral: null,
};

const STANDARD: Norm = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] };
const IMAGENET: Norm = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
const CLIP: Norm = {
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
};
const ONES: Norm = { mean: [1, 1, 1], std: [1, 1, 1] };

const [NEAREST, LANCZOS, BILINEAR, BICUBIC] = [0, 1, 2, 3];

const PLAIN = { ...ANY_KIND, honours: [] };

function square(
  [height, width]: readonly [number, number],
  resample: number,
  norm: Norm,
  own: Partial<ProcessorKind> = {},
): ProcessorKind {
  return { ...PLAIN, size: { height, width }, square: true, resample, norm, ...own };
}

function edge(
  length: number,
  resample: number,
  norm: Norm,
  own: Partial<ProcessorKind> = {},
): ProcessorKind {
  const size = { shortest_edge: length };
  return { ...PLAIN, size, square: false, resample, norm, ...own };
}

function cut(side: number, cuts = true): Pick<ProcessorKind, "crop"> {
  return { crop: { side, cuts } };
}

// A batch is padded to its largest photo, one photo to nothing.
const DETR: ProcessorKind = {
  ...PLAIN,
  size: { shortest_edge: 800, longest_edge: 1333 },
  resample: BILINEAR,
  norm: IMAGENET,
  rule: "DETR",
  honours: ["max_size"],
  neutral: /^(do_pad|pad_and_return_pixel_mask|masks_path)$/,
};

const OCR = /^(apply_ocr|ocr_lang|tesseract_config)$/;

const TILES = /^((min|max)_patches|use_covering_area_grid)$/; // of `crop_to_patches`, which is not

/**
 * The image processors of `transformers` whose work is a resizing, a centre
 * crop and a scaling, by their names without `ImageProcessor`; with the defaults
 * of transformers 4.57, those of its fast variants where they have other ones.
 *
 * Source: https://github.com/huggingface/transformers/tree/v4.57.6/src/transformers/models,
 * `image_processing_*.py`; the last four have fast variants only.
 */
const KINDS: Readonly<Record<string, ProcessorKind>> = {
  Beit: square([256, 256], BICUBIC, STANDARD, cut(224)),
  BeitFast: square([224, 224], BICUBIC, STANDARD, cut(224, false)),
  Bit: edge(224, BICUBIC, CLIP, cut(224)),
  Blip: square([384, 384], BICUBIC, CLIP),
  CLIP: edge(224, BICUBIC, CLIP, cut(224)),
  Chameleon: edge(512, LANCZOS, ONES, { ...cut(512), factor: 0.0078 }),
  ChineseCLIP: edge(224, BICUBIC, CLIP, cut(224)),
  ConvNext: edge(384, BILINEAR, STANDARD, { rule: "ConvNext", honours: ["crop_pct"] }),
  ConditionalDetr: DETR,
  DPT: square([384, 384], BICUBIC, STANDARD, { honours: ["ensure_multiple_of"] }),
  DeiT: square([256, 256], BICUBIC, STANDARD, cut(224)),
  DeformableDetr: DETR,
  Deta: DETR,
  Detr: DETR,
  EfficientFormer: square([224, 224], BICUBIC, IMAGENET, cut(224)),
  EfficientNet: square([346, 346], NEAREST, STANDARD, {
    ...cut(289, false),
    offset: { field: "rescale_offset", taken: false },
    honours: ["include_top"],
  }),
  Flava: square([224, 224], BICUBIC, CLIP, {
    ...cut(224),
    neutral: /^((return_)?codebook_|return_image_mask|mask_group_|total_mask_|input_size_patches)/,
  }),
  Gemma3: square([224, 224], BILINEAR, STANDARD, { neutral: /^pan_and_scan_/ }),
  GotOcr2: square([384, 384], BICUBIC, CLIP, { neutral: TILES }),
  GroundingDino: DETR,
  InstructBlipVideo: square([384, 384], BICUBIC, CLIP),
  LayoutLMv2: square([224, 224], BILINEAR, ONES, {
    factor: 1,
    normalizes: "never",
    flips: true,
    neutral: OCR,
  }),
  LayoutLMv3: square([224, 224], BILINEAR, STANDARD, { neutral: OCR }),
  Levit: edge(224, BICUBIC, IMAGENET, { ...cut(224), rule: "LeViT" }),
  Llava: edge(224, BICUBIC, CLIP, cut(224)),
  MobileNetV1: edge(256, BILINEAR, STANDARD, cut(224)),
  MobileNetV2: edge(256, BILINEAR, STANDARD, cut(224)),
  MobileViT: edge(224, BILINEAR, ONES, {
    ...cut(256),
    normalizes: "never",
    flips: true,
    honours: ["do_flip_channel_order"],
  }),
  Ovis2: square([384, 384], BICUBIC, CLIP, { neutral: TILES }),
  OwlViT: square([768, 768], BICUBIC, CLIP, cut(768, false)),
  PoolFormer: edge(224, BICUBIC, IMAGENET, {
    ...cut(224),
    rule: "PoolFormer",
    honours: ["crop_pct"],
  }),
  Pvt: square([224, 224], BILINEAR, IMAGENET),
  RTDetr: square([640, 640], BILINEAR, IMAGENET, { normalizes: "if told" }),
  SegGpt: square([448, 448], BICUBIC, IMAGENET),
  Segformer: square([512, 512], BILINEAR, IMAGENET),
  Siglip: square([224, 224], BICUBIC, STANDARD),
  SuperPoint: square([480, 640], BILINEAR, ONES, { square: null, normalizes: "never" }),
  VideoLlava: edge(224, BICUBIC, CLIP, cut(224)),
  VideoMAE: edge(224, BILINEAR, STANDARD, cut(224)),
  ViT: square([224, 224], BILINEAR, STANDARD),
  ViTHybrid: edge(224, BICUBIC, CLIP, cut(224)),
  Vivit: edge(256, BILINEAR, STANDARD, {
    ...cut(224),
    factor: 1 / 127.5,
    offset: { field: "offset", taken: true },
  }),
  DINOv3ViT: square([224, 224], BILINEAR, IMAGENET),
  PPChart2Table: square([1024, 1024], BICUBIC, CLIP),
  Sam2: square([1024, 1024], BILINEAR, IMAGENET, { neutral: /^mask_size$/ }),
  Tipsv2: square([448, 448], BILINEAR, ONES, { normalizes: "if told" }),
};

/** Finds what a kind does by default, such as `ViTFeatureExtractor`; null where it is not known. */
export function findProcessorKind(type: string): ProcessorKind | null {
  const [, name = "", fast = ""] =
    /^(.*?)(?:ImageProcessor|FeatureExtractor)(Fast)?(?:Pil)?$/.exec(type) ?? [];
  const known = [name + fast, name].find((key) => Object.hasOwn(KINDS, key));
  return known === undefined ? null : KINDS[known]!;
}
