import type { ChecksInput } from "./check.ts";
import type { DatasetInput } from "./dataset.ts";
import type { PreprocessInput } from "./preprocess/preprocess_input.ts";

/** What a user writes in `convatlas.json` or `convatlas.config.ts`. */
export interface ConfigInput {
  /** The JSON Schema that editors check the file with. */
  readonly $schema?: string | undefined;
  /** The heading of the report. */
  readonly title?: string | undefined;
  /** A remark that the report shows at its top. */
  readonly note?: string | undefined;
  /** The models to look into, one at least. */
  readonly models: readonly ModelInput[];
  /** The photos to run the models on, one at least: paths, globs and folders, or named files. */
  readonly images: readonly (string | PhotoInput)[];
  /** Whether the strongest activation of each kernel is projected back to the pixels. */
  readonly projections?: boolean | undefined;
  /**
   * Whether photos are fed again without colour, blurred, without coarse shades and mirrored, to see
   * what maps depend on; by default they are.
   */
  readonly experiments?: boolean | undefined;
  /** Whether gratings find what each kernel is tuned to; by default they do. */
  readonly tuning?: boolean | undefined;
  /**
   * Which models are compared, kernel by kernel and map by map: by default (true) each later one with
   * the first; pairs of their names; or none (false).
   */
  readonly compare?: boolean | readonly (readonly [first: string, other: string])[] | undefined;
  /** How the numbers behind the pictures are written: rounded, to the bit (true), or not (false). */
  readonly values?: "compact" | "coarse" | "exact" | "none" | boolean | undefined;
  /** How grids of kernels and maps are laid out. */
  readonly grid?: GridInput | undefined;
  /** Files of reviews that the report shows: paths or globs. */
  readonly reviews?: string | readonly string[] | undefined;
  /** What the report must not have: kinds of findings, with limits or without. */
  readonly checks?: ChecksInput | undefined;
  /** Photos that are measured, not drawn: a path or glob, or an object that says more. */
  readonly dataset?: DatasetInput | undefined;
  /** The tally of a dataset that the report tells of; without it the report measures the dataset. */
  readonly tally?: string | undefined;
  /** Whether patches of the dataset's photos are shown; by default they are. */
  readonly patches?: boolean | undefined;
  /** Where the report is published, such as `https://example.org/atlas/`. */
  readonly site?: string | undefined;
}

/** A model, its layers, and how photos are made its input. */
export interface ModelInput {
  /** The model's name and its folder's; by default the file's name without `.onnx`. */
  readonly name?: string | undefined;
  /** The model's file, relative to the config. */
  readonly path: string;
  /** Which layers to show: names, globs, `#0`, `op:Conv`, `!` before what is left out. */
  readonly layers?: readonly string[] | undefined;
  /** `auto`, the default, a preset, the path of a `preprocessor_config.json`, or an object. */
  readonly preprocess?: string | PreprocessInput | undefined;
  /** Which input takes the photo, where it is not the one that looks most like it. */
  readonly image?: string | undefined;
  /** What other inputs take, by their names. */
  readonly inputs?: Readonly<Record<string, FeedInput>> | undefined;
  /** A file with the words of its classes: a line a class, or a list or an object in JSON. */
  readonly labels?: string | undefined;
}

/** What an input is fed with: one number for all elements, a list, a second photo or an array. */
export type FeedInput =
  | number
  | readonly number[]
  | { readonly photo: string }
  | { readonly npy: string };

/** A photo with a name of its own. */
export interface PhotoInput {
  /** The photo's name; by default the file's name without its ending. */
  readonly name?: string | undefined;
  /** The photo's file, relative to the config; never read as a glob. */
  readonly path: string;
}

/** How grids are laid out, as in torchvision's make_grid. */
export interface GridInput {
  /** Tiles in a row; by default 8. */
  readonly nrow?: number | undefined;
  /** Pixels between tiles and around them; by default 2. */
  readonly padding?: number | undefined;
  /** The value of these pixels, 0 (black, the default) to 1 (white). */
  readonly padValue?: number | undefined;
}
