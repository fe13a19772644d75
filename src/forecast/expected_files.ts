import { LANGUAGES, nameComparePage, namePage } from "../plan/language.ts";
import { type Picture, planPicture, planPictures } from "../plan/picture.ts";
import type { PatternSource, PixelSource } from "../plan/picture_kind.ts";
import { planLeading } from "../plan/leading_plan.ts";
import type { Plan, PlannedLayer, PlannedPhoto } from "../plan/plan.ts";
import { isPreviewed, PREVIEW_FILE } from "../plan/preview.ts";
import { hasPictureScript, namePictureScript } from "../plan/picture_script.ts";
import { isLeftToPage, mayLose } from "../plan/picture_format.ts";
import { isProjected } from "../plan/projected.ts";
import { findSharedInputs, type SharedByLayer } from "../plan/shared_inputs.ts";
import { nameTable, TABLE_STEMS } from "../plan/table_file.ts";
import { nameKernelArray, nameMapArray } from "../plan/array_file.ts";
import { planToldCosines, type ToldCosines } from "../plan/numbers/told_cosines.ts";
import { nameMapValues } from "../plan/value_files.ts";
import { PREVIEW_SIZE } from "../raster/preview.ts";
import { countElements, countTensorBytes } from "../tensor/tensor.ts";
import { ASSETS, BYTES } from "./bytes.ts";
import { listComparisonFiles } from "./comparison_files.ts";
import { countKernelPairs } from "./kernel_pairs.ts";
import type { MapSizes } from "./map_sizes.ts";
import { countPixels, listPhotoFiles } from "./photo_files.ts";
import { packFiles } from "./packed_files.ts";
import { listDatasetFiles } from "./dataset_files.ts";
import { listKernelValues, listMapValues } from "./expected_values.ts";
import type { ExpectedFile } from "./report_file.ts";
import type { Shapes } from "./shapes.ts";
import type { ViewSizes } from "./view_sizes.ts";

/** Lists the files that will be written for a plan, where nothing fails. */
export function* listExpectedFiles(plan: Plan, shapes: Shapes): Generator<ExpectedFile> {
  let files = 0;
  const own = listOwn(plan, shapes);
  for (const file of plan.small ? packFiles(own) : own) {
    files++;
    yield file;
  }
  yield { kind: "pages", path: "files.json", bytes: files * BYTES.listed };
}

function* listOwn(plan: Plan, { findSizes, findViews }: Shapes): Generator<ExpectedFile> {
  yield* listPhotoFiles(plan, findSizes);
  for (const model of plan.models) {
    const told = planToldCosines(plan, model);
    for (const layer of model.layers) {
      yield* listKernels(layer, told, plan);
      yield* listViews(layer, findViews(model).get(layer)!, plan);
      yield* listPages(layer, plan);
    }
    const shared = findSharedInputs(model.layers);
    for (const photo of plan.photos) {
      const sizes = findSizes(model, photo)?.layers ?? [];
      for (const [layer, size] of sizes) yield* listMaps(layer, size, { photo, plan, shared });
    }
  }
  yield* listDatasetFiles(plan);
  yield* listComparisonFiles(plan);
  yield* listTables(plan);
  yield* listHeads(plan);
}

function* listTables({ models, photos, tables }: Plan): Generator<ExpectedFile> {
  const kernels = countKernelPairs(models.flatMap((model) => model.layers));
  const rows = { kernels, maps: kernels * photos.length };
  for (const suffix of tables) {
    for (const stem of TABLE_STEMS) {
      const bytes = BYTES.table.head + rows[stem] * BYTES.table[suffix][stem];
      yield { kind: "tables", path: nameTable(stem, suffix), bytes };
    }
  }
}

function* listKernels(
  layer: PlannedLayer,
  told: ToldCosines,
  plan: Plan,
): Generator<ExpectedFile> {
  const { conv: { kernels }, folder, pictures } = layer;
  if (kernels === null) return;
  for (const picture of pictures) {
    if (isLeftToPage(picture.kind, plan)) continue;
    const colours = picture.kind === "kernels" ? countColours(kernels.dims) : 1;
    yield* expectPictures(layer, picture, { colours, plan });
  }
  yield* listKernelValues(layer, told, plan);
  if (plan.npy) yield expectArray(nameKernelArray(folder), kernels.dims);
}

function* listViews(
  layer: PlannedLayer,
  { composed, projected }: ViewSizes,
  plan: Plan,
): Generator<ExpectedFile> {
  const expect = (
    kind: PixelSource | PatternSource,
    dims: readonly number[],
  ): Generator<ExpectedFile> =>
    expectPictures(layer, planPicture(kind, dims, plan), { colours: countColours(dims), plan });
  const leading = planLeading(layer);
  if (leading !== null) yield* expect("leading", leading);
  if (composed !== null) yield* expect("effective", composed);
  if (projected !== null && isProjected(layer, plan)) yield* expect("projections", projected);
}

// Of another number of channels each is a grey tile of its own.
function countColours([, channels]: readonly number[]): number {
  return channels === 3 ? 3 : 1;
}

function* listMaps(
  layer: PlannedLayer,
  { maps, activated, inputs }: MapSizes,
  { photo, plan, shared }: {
    readonly photo: PlannedPhoto;
    readonly plan: Plan;
    readonly shared: SharedByLayer;
  },
): Generator<ExpectedFile> {
  const { grid, npy, small } = plan;
  const drawn = Object.entries({ maps, activated, inputs })
    .flatMap(([name, dims]) => dims === null ? [] : [[name, { dims }] as const]);
  const options = { grid, small, photo: photo.id };
  const own = drawn.filter(([name]) => name !== "inputs" || !shared.has(layer));
  for (const { picture } of planPictures(Object.fromEntries(own), options)) {
    yield expectPicture(layer, picture);
  }
  if (isPreviewed(plan, photo) && maps !== null) {
    const bytes = countPixels(PREVIEW_SIZE) * BYTES.previewPixel;
    yield { kind: "photos", path: `${layer.folder}/${PREVIEW_FILE}`, bytes };
  }
  for (const [name, { dims }] of npy ? drawn : []) {
    yield expectArray(nameMapArray(layer.folder, name, photo.id), dims);
  }
  const name = (kind: "maps" | "activated"): string => nameMapValues(layer.folder, kind, photo.id);
  if (maps !== null) yield* listMapValues(name("maps"), maps, plan);
  if (activated === null || isTold(layer)) return;
  yield* listMapValues(name("activated"), activated, plan);
}

// What is max(0, x) of the convolution's own output is told by that.
function isTold({ conv: { chain } }: PlannedLayer): boolean {
  return chain !== null && chain.operators.at(-1) === "Relu" && chain.added === null;
}

function* listPages(planned: PlannedLayer, plan: Plan): Generator<ExpectedFile> {
  const { folder, conv } = planned;
  const pairs = countKernelPairs([planned]);
  const photos = plan.photos.length;
  const isPointwise = conv.shape !== null && countElements(conv.shape.kernelShape) === 1;
  const { layer, pair, pointwisePair, pairs: most } = BYTES.page;
  const page = layer + Math.min(pairs, most) * (isPointwise ? pointwisePair : pair);
  const measures = reckon(BYTES.measures, pairs, photos) + reckonDataset(planned, plan);
  for (const language of LANGUAGES) {
    yield { kind: "pages", path: `${folder}/${namePage(language)}`, bytes: page };
  }
  yield { kind: "pages", path: `${folder}/layer.css`, bytes: BYTES.style };
  yield { kind: "measures", path: `${folder}/layer.json`, bytes: measures };
  yield { kind: "measures", path: `${folder}/layer.js`, bytes: measures * BYTES.packed };
}

/** What a text about the pairs of a layer is made of. */
interface TextBytes {
  readonly layer: number;
  readonly pair: number;
  readonly pairPhoto: number;
}

function reckon({ layer, pair, pairPhoto }: TextBytes, pairs: number, photos: number): number {
  return layer + pairs * (pair + photos * pairPhoto);
}

function reckonDataset(planned: PlannedLayer, { dataset }: Plan): number {
  if (dataset === null || !dataset.layers.has(planned.folder)) return 0;
  const pairs = countKernelPairs([planned]);
  const { pair, photo, named } = BYTES.dataset;
  return pairs * pair + Math.min(dataset.facts.photos, pairs * named) * photo;
}

function* listHeads({ models, photos, comparisons }: Plan): Generator<ExpectedFile> {
  const layers = models.reduce((sum, model) => sum + model.layers.length, 0);
  const compared = comparisons.reduce((sum, each) => sum + each.layers.length, 0);
  const { layer, layerPhoto, photo, comparedLayer } = BYTES.head;
  const bytes = layers * (layer + photos.length * layerPhoto) + photos.length * photo +
    compared * comparedLayer;
  yield { kind: "measures", path: "report.json", bytes };
  for (const language of LANGUAGES) {
    const own = layers * BYTES.overview + photos.length * BYTES.photoCard;
    yield { kind: "pages", path: namePage(language), bytes: own };
    yield { kind: "pages", path: nameComparePage(language), bytes: own };
    for (const { id, layers } of models) {
      const bytes = layers.length * BYTES.overview;
      yield { kind: "pages", path: `${id}/${namePage(language)}`, bytes };
    }
  }
  for (const { id, layers } of models) {
    const bytes = layers.length * BYTES.listedLayer;
    yield { kind: "measures", path: `${id}/layers.js`, bytes };
  }
  yield { kind: "pages", path: ".nojekyll", bytes: 0 };
  for (const [path, bytes] of ASSETS) yield { kind: "pages", path, bytes };
}

function expectArray(path: string, dims: readonly number[]): ExpectedFile {
  return { kind: "arrays", path, bytes: countTensorBytes(dims) };
}

// The picture, and the script that holds it too.
function* expectPictures(
  layer: PlannedLayer,
  picture: Picture,
  { colours, plan }: { readonly colours: number; readonly plan: Plan },
): Generator<ExpectedFile> {
  const expected = expectPicture(layer, picture, colours);
  yield expected;
  if (!hasPictureScript(picture.kind, plan)) return;
  const share = mayLose(picture.kind) ? BYTES.roundedPicture : 1;
  yield { ...expected, path: namePictureScript(expected.path), bytes: share * expected.bytes };
}

function expectPicture(
  { folder }: PlannedLayer,
  picture: Picture,
  colours = 1,
): ExpectedFile {
  const { kind, file, height, tileWidth, tileHeight, columns, padding } = picture;
  const rows = Math.round((height - padding) / (tileHeight + padding));
  const inside = columns * tileWidth * rows * tileHeight;
  const { pixel, fall } = BYTES.picture[kind];
  const doublings = Math.log2(Math.max(1, tileWidth * tileHeight)) / 2 - 3; // from 8 x 8 pixels
  const bytes = colours * inside * Math.max(LEAST_PIXEL, pixel - fall * doublings);
  return { kind, path: `${folder}/${file}`, bytes };
}

const LEAST_PIXEL = 0.1; // bytes
