import type { Picture } from "../../plan/picture.ts";
import type { Act, Control, Out, TileName } from "./hook_names.ts";

/** One side of a comparison, by its letter. */
export type SideName = "a" | "b";

/** How the script that runs before a page is drawn finds what templates write for it. */
export const HEAD_HOOKS = {
  languageLinks: ".languages a",
  translation: (language: string) => `link[lang="${language}"]` as const,
} as const;

/** How the script finds what templates write for it. */
export const HOOKS = {
  // Of every page.
  about: ".about",
  act: "[data-do]",
  actOf: (act: Act) => `[data-do="${act}"]` as const,
  compareLink: "[data-compare-link]",
  control: (name: Control) => `[name="${name}"]` as const,
  controls: "[data-controls]",
  dropDowns: "[popover]",
  currentCrumb: ".breadcrumb > [aria-current]",
  explained: ".about, [data-about]",
  explainedChoice: "[data-about]",
  explanation: "[data-explanation]",
  focusVisible: ":focus-visible",
  help: "#help",
  layerLinks: "nav.breadcrumb a:not([aria-current], .model)",
  links: "a[href]",
  minimap: "[data-minimap]",
  named: "[id]",
  openDialog: "dialog[open]",
  openDropDown: "[popover]:popover-open",
  openers: ".opener",
  out: (out: Out) => `[data-out="${out}"]` as const,
  ownLink: 'a[href^="#"]',
  picker: "#picker",
  pickerList: "#picker-list",
  pickerOption: '[role="option"]',
  pickedOption: '[role="option"][aria-selected="true"]',
  scrolled: ".scroll",
  toast: ".toast",

  // Of controls and choices.
  checked: (name: Control) => `input[name="${name}"]:checked` as const,
  inputs: (name: Control) => `input[name="${name}"]` as const,
  options: (name: Control) => `select[name="${name}"] option` as const,
  optionAtFirst: (name: Control) => `select[name="${name}"] option[selected]` as const,
  select: (name: Control) => `select[name="${name}"]` as const,

  // Of the first page.
  trio: "[data-trio]",

  // Of the page of a model.
  atlas: "[data-atlas]",
  atlasColumns: "[data-columns]",
  atlasForms: ".atlas-legend .form",
  atlasRows: "[data-atlas-row]",
  atlasStrips: ".atlas-row",
  atlasTip: "[data-atlas-tip]",
  layerTable: "[data-layers]",
  lead: ".lead",
  sortHeads: "th[data-sort]",
  cellsOf: (column: string) => `td[data-column="${column}"]` as const,

  // Of the grids.
  chip: ".chip",
  currentPair: "a[aria-current]",
  grid: "[data-grid]",
  gridItems: ":scope > li",
  layerMain: "main[data-layer]",
  legend: (name: "kernels" | "maps" | "difference") => `[data-legend="${name}"]` as const,
  legends: "[data-legend]",
  looks: "#looks",
  nextLayer: '[rel="next"]',
  pair: (k: number) => `[id="k=${k}"]` as const,
  pairItem: "li[id^='k=']",
  pairLink: "a[href*='k=']",
  pressed: "button, summary, a:not([data-grid] a)",
  previousLayer: '[rel="prev"]',
  noneShown: "[data-none]",
  searchTerms: "#search-terms",
  shownCount: "#shown",
  toolbar: ".toolbar",
  viewChoice: "[data-view-choice]",
  work: ".work",

  // Of the panel of a pair.
  crosshair: ".crosshair",
  details: "[data-details]",
  enlarged: "#enlarged",
  frames: "[data-frames]",
  lecture: "[data-lecture]",
  mapCrosshairs: ".mapbox .crosshair",
  panel: "[data-panel]",
  panelPicture: (kind: Picture["kind"]) => `[data-picture="${kind}"]` as const,
  patches: "[data-patch]",
  patchParts: "[data-patch-part]",
  photoButton: "[data-photo-id]",
  photoCrosshairs: ".frame .crosshair",
  photoParts: "[data-photo-part]",
  photos: "[data-photo]",
  probes: "[data-probe]",
  throughPart: "[data-through-part]",
  tile: (name: TileName) => `[data-tile="${name}"]` as const,
  weights: "[data-weights]",

  // Of the details below the grids.
  circuitRows: '[data-row="circuit"] tbody',
  measureRows: "[data-measure]",
  photoButtons: '[data-row="photos"] button',
  photoShare: ".cap > span",
  row: (name: "exciting" | "mix" | "nearest" | "opposite") => `[data-row="${name}"]` as const,
  stripRank: ".r",
  stripValue: ".v",
  table: ".measures",

  // Of a dataset.
  datasetPhoto: "[data-dataset-photo]",
  inDataset: "[data-in-dataset]",
  patchButton: "[data-photo-of]",
  wall: "[data-wall]",
  wallNone: "[data-wall-none]",

  // Of the matrix of weights.
  matrix: "[data-matrix]",
  matrixRow: "[data-matrix-row]",

  // Of the rule and its plots.
  brush: ".brush",
  chosen: "[data-chosen]",
  explore: ".explore",
  explored: "[data-explored]",
  plotPart: "[data-part]",
  figures: ".plots > figure:not(.explore)",
  halo: (name: "current" | "light") => `.halo.${name}` as const,
  plot: "svg.plot",
  plotCloud: ".cloud",
  plotted: "[data-plotted]",
  points: "a[data-k]",
  rule: ".rule",

  // Of what is odd.
  oddities: "[data-oddities]",
  oddity: "[data-oddity]",
  seen: "[data-seen]",

  // Of the exercise.
  askedTries: ".ask [data-try]",
  bins: "[data-bin]",
  exercise: "[data-exercise]",
  sorted: (bin: "photo" | "edges") => `[data-bin="${bin}"] b` as const,
  tries: "[data-try]",

  // Of reviews.
  review: "[data-review]",
  reviewTitle: "[data-review-title]",
  reviewTools: "[data-review-tools]",
  reviewClear: "[data-review-clear]",
  reviewCount: "[data-review-count]",
  reviewExport: "[data-review-export]",
  reviewImport: "[data-review-import]",
  reviewTold: "[data-review-told]",
  reviewUnkept: "[data-review-unkept]",
  versionedReviews: "[data-review-versioned]",

  // Of the page that compares.
  ask: "[data-ask]",
  comparedGrid: ".compared[data-grid]",
  differenceCanvas: "[data-show] canvas",
  header: (side: SideName) => `[data-header="${side}"]` as const,
  obstacles: "[data-obstacles]",
  open: (side: SideName) => `[data-open="${side}"]` as const,
  pairPanel: ".pair-panel",
  readouts: "[data-readout]",
  readoutCrosshairs: "[data-readout] .crosshair",
  rest: "[data-rest]",
  second: "[data-second]",
  shows: "[data-show]",
  strips: "[data-strips]",

  // Of the layers of two models.
  errorCharts: ".errors .depth",
  errorKey: ".errors .key svg",
  errorUnits: ".errors input",
  ranking: ".ranking",
  rankedNumbers: ".number",
  rankedPictures: ".picture",
  rankedRows: "[data-ranked] tbody tr",
  rankedTables: "[data-ranked]",
  rankingLink: "[data-ranking-link]",
  rankings: "[data-rankings]",

  // Of what is shared.
  canonical: 'link[rel="canonical"]',
  shareAct: (act: string) => `[data-share-act="${act}"]` as const,
  shareActs: "[data-share-acts]",
  shareButtons: "[data-share-act]",
  sharePreview: "[data-share-preview]",
  shareTold: "[data-share-told]",

  // Of a report in one file.
  embeddedFiles: "script[data-file], img[data-file]",
  headParts: "title, meta[name], link[rel=icon]",
  pictures: "img[src]",
  stylesheets: "link[rel=stylesheet]",
  svgPictures: "image[href]",
  waitingPictures: "img[data-src]",
} as const;

/** A selector of what templates write for the script of the pages. */
export type Hook = SelectorsOf<typeof HEAD_HOOKS> | SelectorsOf<typeof HOOKS>;

type SelectorsOf<Table> = {
  [Name in keyof Table]: Table[Name] extends (...names: never[]) => infer Selector ? Selector
    : Table[Name];
}[keyof Table];
