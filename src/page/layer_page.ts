import type { LayerData } from "../html/layer_data.ts";
import type { Words } from "../words/words.ts";
import { onNavigate, readState, writeState } from "./address.ts";
import { drawRamp, nameLook, renewFilters } from "./colour_map.ts";
import { loadData } from "./data.ts";
import { find, findAll, tell } from "./dom.ts";
import { findPair, openGrid } from "./grid.ts";
import { listenToKeys } from "./keys.ts";
import { findWords } from "./language.ts";
import { orderPairs } from "./order.ts";
import type { Page } from "./page.ts";
import { gatherFacts } from "./pair_facts.ts";
import { openPanel, type PanelContext } from "./panel.ts";
import { formatRanges, parseQuery, type QueryProblem } from "./query.ts";
import { createReviews } from "./review.ts";
import { createScatters } from "./scatter.ts";
import { isDark } from "./theme.ts";
import { toast } from "./toast.ts";
import { openUnder } from "./under.ts";
import { findKernelRanges, findMapRanges, findShared, type TileRanges } from "./value_range.ts";
import {
  type Choices,
  type ColourMap,
  formatState,
  parseViewState,
  type ViewState,
} from "./view_state.ts";
import { formatNumber } from "../html/format.ts";

/** The page of a layer. */
export const LAYER_PAGE: Page = {
  start(signal): void {
    const main = find("main[data-layer]");
    const list = find("[data-grid]");
    if (!main || !list) return;
    const root = main.dataset.root!;
    void loadData<LayerData>(root, main.dataset.layer!).then((data) => {
      if (!signal.aborted) openLayer({ data, root, list, signal });
    });
  },
};

interface Opening {
  readonly data: LayerData;
  readonly root: string;
  readonly list: HTMLElement;
  readonly signal: AbortSignal;
}

function openLayer({ data, root, list, signal }: Opening): void {
  const words = findWords();
  const facts = gatherFacts(data);
  const ranges = new Map<string, TileRanges>();
  const context: PanelContext = {
    data,
    facts,
    words,
    root,
    kernelRanges: findKernelRanges(data),
    mapRanges: (image, stage) => {
      const key = `${stage} ${image}`;
      const known = ranges.get(key) ?? findMapRanges(data, image, stage);
      ranges.set(key, known);
      return known;
    },
    signal,
  };
  const grid = openGrid(list);
  const panel = openPanel(context);
  const under = openUnder(context);
  const reviews = createReviews({
    root: document,
    model: data.model,
    layer: data.layer,
    words: words.review,
    signal,
  });
  reviews.onChange(() => arrange());
  const scatters = createScatters({
    signal,
    data,
    select: (k) => update({ k }, "push"),
    preview,
    choose: (ks) => update({ query: `k:${formatRanges(ks)}` }),
  });
  const start = readControls(data);
  const bounds = { pairs: data.layer.pairs, choices: listChoices() };
  let state = parseViewState(readState(), start, bounds);
  let shown: readonly number[] = [];
  let previewed: number | null = null;

  function update(change: Partial<ViewState>, how: "push" | "replace" = "replace"): void {
    render({ ...state, ...change });
    writeState(formatState(state, start), how);
  }

  function render(next: ViewState): void {
    const before = state;
    state = next;
    setControls(state);
    const sorted = state.sort !== before.sort || state.reversed !== before.reversed;
    const filtered = state.classes.join() !== before.classes.join() || state.query !== before.query;
    if (sorted || filtered || shown.length === 0) arrange();
    if (!shown.includes(state.k) && shown.length > 0) state = { ...state, k: shown[0]! };
    paint();
    grid.mark(state.k);
    scatters.mark(state.k);
    settle();
  }

  function arrange(): void {
    const query = parseQuery(state.query, {
      facts,
      verdictOf: (k) => reviews.verdictOf(k),
      isFlat: (k) => {
        const range = context.mapRanges(state.image, state.stage)[k] ?? null;
        return range !== null && range.high - range.low <= FLAT;
      },
    });
    const kinds = new Set(state.classes);
    const passes = (k: number): boolean =>
      (kinds.size === 0 || kinds.has(facts.kinds?.[k] ?? "")) && query.matches(k);
    const order = orderPairs(facts, state.sort, state.reversed);
    const visible = new Set(order.filter(passes));
    shown = order.filter((k) => visible.has(k));
    grid.arrange(order, (k) => visible.has(k));
    scatters.shown(visible);
    tellShown(words, { shown: shown.length, all: facts.pairs, problems: query.problems });
  }

  function paint(): void {
    const { scale, map, image, stage } = state;
    const mapRanges = context.mapRanges(image, stage);
    const coloured = find(".grid .kernel") !== null &&
      data.layer.pictures.some(({ kind }) => kind === "kernels") && data.layer.inChannels === 3;
    const kernelMap = coloured ? "grey" : map;
    grid.paint("kernel", context.kernelRanges, { scale, map: kernelMap });
    grid.paint("map", mapRanges, { scale, map });
    list.style.setProperty("--look-kernels", nameLook(kernelMap));
    list.style.setProperty("--look-maps", nameLook(map));
    tellLegend(words, {
      name: "kernels",
      ranges: context.kernelRanges,
      state: { ...state, map: kernelMap },
    });
    tellLegend(words, { name: "maps", ranges: mapRanges, state });
    const work = list.closest<HTMLElement>(".work")!;
    work.dataset.size = state.size;
    work.dataset.layout = state.layout;
  }

  function settle(): void {
    previewed = null;
    grid.ring(null);
    panel.show(state.k, state, true);
    reviews.show(state.k);
    under.show(state.k, state);
  }

  function preview(k: number | null): void {
    if (k === previewed) return;
    previewed = k;
    grid.ring(k);
    scatters.hover(k);
    panel.show(k ?? state.k, state, k === null);
    under.show(k ?? state.k, state);
  }

  function step(by: number): void {
    const at = shown.indexOf(state.k);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next === undefined || next === state.k) return;
    update({ k: next });
    if (!find("dialog[open]")) grid.focus(next);
  }

  function turn<Name extends "image" | "stage" | "sort" | "scale" | "map" | "size" | "layout">(
    name: Name,
    by = 1,
  ): void {
    const all = bounds.choices[name];
    const next = all[(all.indexOf(state[name]) + by + all.length) % all.length];
    if (next !== undefined) update({ [name]: next } as Partial<ViewState>);
  }

  function chooseClass(number: number): void {
    const kind = findAll<HTMLInputElement>('[name="class"]')[number - 1];
    if (!kind || kind.disabled) return;
    const alone = state.classes.length === 1 && state.classes[0] === kind.value;
    update({ classes: alone ? [] : [kind.value] });
  }

  const acts: Readonly<Record<string, () => void>> = {
    previous: () => step(-1),
    next: () => step(1),
    reverse: () => update({ reversed: !state.reversed }),
    enlarge: () => find<HTMLDialogElement>("#stage")?.showModal(),
    copy: () => copyLink(words),
    unfold: unfoldPanel,
  };

  document.addEventListener("click", (event) => {
    if (
      event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey ||
      event.button !== 0
    ) return;
    if (!(event.target instanceof Element)) return;
    const act = acts[event.target.closest<HTMLElement>("[data-do]")?.dataset.do ?? ""];
    if (act) return act();
    const photo = event.target.closest<HTMLElement>("[data-photo-id]")?.dataset.photoId;
    if (photo !== undefined) return update({ image: photo });
    const link = event.target.closest("a");
    const k = link && isOwn(link) ? findPair(event.target) : null;
    if (k === null) return;
    event.preventDefault();
    update({ k }, list.contains(link) ? "replace" : "push");
  }, { signal });

  list.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") preview(findPair(event.target));
  }, { signal });
  list.addEventListener("pointerleave", () => preview(null), { signal });
  list.addEventListener("focusin", (event) => {
    const k = findPair(event.target);
    if (k !== null && k !== state.k) update({ k });
  }, { signal });

  for (const chip of findAll(".chip")) {
    const kind = find<HTMLInputElement>("input", chip)!.value;
    chip.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") grid.peek((k) => facts.kinds?.[k] === kind);
    }, { signal });
    chip.addEventListener("pointerleave", () => grid.peek(null), { signal });
  }

  listenToControls({ signal, update, state: () => state });
  listenToKeys({
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    ArrowUp: () => step(-grid.countColumns()),
    ArrowDown: () => step(grid.countColumns()),
    p: () => turn("image"),
    P: () => turn("image", -1),
    s: () => turn("sort"),
    S: () => turn("sort", -1),
    r: () => turn("stage"),
    l: () => turn("scale"),
    c: () => turn("map"),
    z: () => turn("size"),
    g: () => turn("layout"),
    y: () => copyLink(words),
    "/": () => find('[name="q"]')?.focus(),
    Enter: () => acts.enlarge!(),
    Escape: () => {
      const field = find<HTMLInputElement>('[name="q"]');
      if (state.query !== "" || state.classes.length > 0) update({ query: "", classes: [] });
      else if (document.activeElement === field) grid.focus(state.k);
    },
    "0": () => update({ classes: [] }),
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => chooseClass(number)]),
    ),
    "[": () => find('[rel="prev"]')?.click(),
    "]": () => find('[rel="next"]')?.click(),
  }, signal);

  onNavigate(() => render(parseViewState(readState(), start, bounds)), signal);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => recolour(), {
    signal,
  });
  addEventListener("convatlas-theme", () => recolour(), { signal });

  function recolour(): void {
    renewFilters(isDark());
    paint();
  }

  renewFilters(isDark());
  render(state);
  if (readState().has("k")) showFromTop(state.k);
}

// As good as even: make_grid divides by no less.
const FLAT = 1e-5;

// The browser brings the pair to the top of the window; where it can be seen from the top of the
// page, the page starts there.
function showFromTop(k: number): void {
  scrollTo(0, 0);
  find(`[id="k=${k}"]`)?.scrollIntoView({ block: "nearest" });
}

function isOwn(link: HTMLAnchorElement): boolean {
  const href = link.getAttribute("href") ?? "";
  return href.startsWith("#") && !href.startsWith("#/");
}

function readControls(data: LayerData): ViewState {
  const read = (name: string): string =>
    find<HTMLInputElement>(`[name="${name}"]:checked`)?.value ??
      find<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? "";
  return {
    k: 0,
    image: data.photos[0]?.id ?? "",
    stage: "before",
    sort: "index",
    reversed: false,
    classes: [],
    query: "",
    scale: "tile",
    map: "grey",
    size: find(".work")?.dataset.size ?? read("size"),
    layout: "grids",
  };
}

function listChoices(): Choices {
  const list = (name: string): readonly string[] => [
    ...findAll<HTMLInputElement>(`input[name="${name}"]`).map(({ value }) => value),
    ...findAll<HTMLOptionElement>(`select[name="${name}"] option`).map(({ value }) => value),
  ];
  return {
    image: list("photo"),
    stage: list("stage"),
    sort: list("sort"),
    scale: list("scale"),
    map: list("colours"),
    size: list("size"),
    layout: list("layout"),
    class: list("class"),
  };
}

const NAMES = {
  image: "photo",
  stage: "stage",
  sort: "sort",
  scale: "scale",
  map: "colours",
  size: "size",
  layout: "layout",
} as const;

function setControls(state: ViewState): void {
  for (const [key, name] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
    for (const input of findAll<HTMLInputElement>(`input[name="${name}"]`)) {
      input.checked = input.value === state[key];
    }
    const select = find<HTMLSelectElement>(`select[name="${name}"]`);
    if (select) select.value = state[key];
  }
  for (const input of findAll<HTMLInputElement>('[name="class"]')) {
    input.checked = state.classes.includes(input.value);
  }
  const search = find<HTMLInputElement>('[name="q"]');
  if (search && search.value.trim() !== state.query) search.value = state.query;
  find('[data-do="reverse"]')?.setAttribute("aria-pressed", String(state.reversed));
}

interface ControlListening {
  readonly signal: AbortSignal;
  readonly update: (change: Partial<ViewState>) => void;
  readonly state: () => ViewState;
}

function listenToControls({ signal, update }: ControlListening): void {
  const form = find<HTMLFormElement>("[data-controls]");
  form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form?.addEventListener("input", (event) => {
    const input = event.target as HTMLInputElement;
    if (input.name === "q") update({ query: input.value.trim() });
  }, { signal });
  document.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) {
      return;
    }
    const { name, value } = event.target;
    if (name === "class") {
      const chosen = findAll<HTMLInputElement>('[name="class"]:checked').map((each) => each.value);
      return update({ classes: chosen });
    }
    const key = (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((each) => NAMES[each] === name);
    if (key) update({ [key]: value } as Partial<ViewState>);
  }, { signal });
}

function tellShown(
  { tools }: Words,
  { shown, all, problems }: {
    readonly shown: number;
    readonly all: number;
    readonly problems: readonly QueryProblem[];
  },
): void {
  const count = shown === 0
    ? tools.noneShown(String(all))
    : tools.shown(String(shown), String(all));
  tell("shown", [count, ...problems.map((problem) => describeProblem(tools, problem))].join("; "));
  find("#shown")?.classList.toggle("is-few", shown < all || problems.length > 0);
  find('[name="q"]')?.setAttribute("aria-invalid", String(problems.length > 0));
}

function describeProblem(tools: Words["tools"], problem: QueryProblem): string {
  switch (problem.kind) {
    case "key":
      return tools.unknownKey(problem.key, problem.near);
    case "word":
      return tools.unknownFlag(problem.word);
    case "number":
      return tools.noNumber(problem.term);
  }
}

function tellLegend(
  { tools }: Words,
  { name, ranges, state }: {
    readonly name: string;
    readonly ranges: TileRanges;
    readonly state: Pick<ViewState, "scale" | "map">;
  },
): void {
  const legend = find(`[data-legend="${name}"]`);
  if (!legend) return;
  legend.hidden = ranges.length === 0;
  drawRamp(find<SVGElement>("svg", legend)!, state.map, isDark());
  const page = state.map === "signed" ? `; ${tools.zeroIsPage}` : "";
  find("span", legend)!.textContent = describeScale(tools, ranges, state) + page;
}

function describeScale(
  { scales }: Words["tools"],
  ranges: TileRanges,
  { scale, map }: { readonly scale: ViewState["scale"]; readonly map: ColourMap },
): string {
  const shared = findShared(ranges, scale, map);
  if (shared === null) return map === "signed" ? scales.tileZero : scales.tile;
  return scale === "zero" || map === "signed"
    ? scales.zero(formatNumber(shared.high))
    : scales.layer(formatNumber(shared.low), formatNumber(shared.high));
}

function copyLink({ tools }: Words): void {
  const byHand = () => toast(tools.copyByHand(location.href));
  if (!navigator.clipboard) return byHand();
  navigator.clipboard.writeText(location.href).then(() => toast(tools.copied), byHand);
}

function unfoldPanel(): void {
  const open = find("[data-panel]")?.classList.toggle("is-open") ?? false;
  find('[data-do="unfold"]')?.setAttribute("aria-expanded", String(open));
}
