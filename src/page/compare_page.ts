import { viewBadge } from "../html/badge_view.ts";
import type { ComparedLayer } from "../html/compare_choice.ts";
import type { LayerData } from "../html/layer_data.ts";
import { describeKernels, describeMaps } from "../html/layer_facts.ts";
import type { Words } from "../words/words.ts";
import { link, onNavigate, readState, writeState } from "./address.ts";
import {
  countMeasured,
  countMissingBytes,
  type KnownResults,
  measureAll,
  openResults,
  type Results,
} from "./compare_results.ts";
import { fillPairs, fillRest, veilPairs } from "./compare_grid.ts";
import {
  chooseOf,
  COMPARE_CHOICES,
  type CompareState,
  formatCompare,
  parseCompare,
} from "./compare_state.ts";
import { drawStrip, formatCosine, tallyCosines } from "./compare_strip.ts";
import { findFollowed, gatherSide } from "./compared_side.ts";
import { copyLink } from "./copy_link.ts";
import { loadData } from "./data.ts";
import { create, find, findAll, tell } from "./dom.ts";
import { openFacing } from "./facing.ts";
import { findPair, type Grid, openGrid } from "./grid.ts";
import { listenToKeys } from "./keys.ts";
import { findWords } from "./language.ts";
import type { Page } from "./page.ts";

/** The page that compares. */
export const COMPARE_PAGE: Page = {
  start(signal): void {
    const list = find(".compared[data-grid]");
    const root = find("main")?.dataset.root;
    if (list && root !== undefined) openCompare({ list, root, signal });
  },
};

interface Opening {
  readonly list: HTMLElement;
  readonly root: string;
  readonly signal: AbortSignal;
}

const MOST_BYTES = 64 << 20; // read unasked: some seconds
const RENEWAL = 300; // milliseconds between two looks at what is measured

function openCompare({ list, root, signal }: Opening): void {
  const words = findWords();
  const layers = readLayers();
  const first = readSides();
  const known: KnownResults = new Map();
  const facing = openFacing({ words, root, signal });
  let state = parseCompare(readState(), { layers, first });
  let results: Results | null = null;
  let grid: Grid | null = null;
  let order: readonly number[] = [];
  let run = new AbortController();
  let renewal: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => {
    run.abort();
    clearTimeout(renewal);
  });

  function update(change: Partial<CompareState>, how: "push" | "replace"): void {
    const next = { ...state, ...change };
    writeState(formatCompare(next), how);
    void render(next);
  }

  async function render(next: CompareState): Promise<void> {
    const before = results && state;
    state = next;
    setControls(state);
    const isNew = (names: readonly (keyof CompareState)[]): boolean =>
      before === null || names.some((name) => before[name] !== next[name]);
    if (isNew(["a", "ai", "b", "bi", "stage"])) {
      const sides = await loadSides(words, root, next);
      if (signal.aborted || state !== next || sides === null) return;
      results = openResults(sides, { words, known });
      fill(results);
      measure(false);
    } else if (isNew(["of"])) fill(results!);
    if (isNew(["scale"])) veil();
    if (isNew(["sort"])) arrange();
    settle();
  }

  function fill(shown: Results): void {
    const [a, b] = shown.sides.map((side) => side[state.of]);
    const counts = [a, b].flatMap((tiles) => tiles ? [tiles.count] : []);
    const count = counts.length === 0 ? 0 : Math.min(...counts);
    fillPairs(list, { a: a ?? null, b: b ?? null }, count);
    grid = openGrid(list);
    tellHeads(words, shown.sides);
    tellRest(words, shown, { of: state.of, count });
    tellObstacles(words, shown, state.stage);
    veil();
    arrange();
    renew();
  }

  function veil(): void {
    const [a, b] = results?.sides ?? [];
    if (!a || !b) return;
    veilPairs(list, { a: a[state.of], b: b[state.of] }, state.scale);
    tell("grid-scale", words.compare.scales[state.scale]);
  }

  function arrange(): void {
    const all = Array.from({ length: list.children.length }, (_, k) => k);
    const { sort } = state;
    const key = (k: number): number =>
      sort === "index" ? k : results?.[sort].found[k]?.cosine ?? Infinity;
    order = all.toSorted((one, other) => Math.sign(key(one) - key(other)) || one - other);
    grid?.arrange(order, () => true);
  }

  function settle(): void {
    if (!results) return;
    if (state.k >= list.children.length) state = { ...state, k: 0 };
    if (order.length > 0) grid?.mark(state.k);
    facing.show(state, results);
    drawStrips();
  }

  function measure(asked: boolean): void {
    run.abort();
    run = new AbortController();
    if (!results) return;
    const bytes = countMissingBytes(results);
    const ask = find("[data-ask]")!;
    ask.hidden = asked || bytes <= MOST_BYTES;
    tell("large", words.compare.large(`${Math.ceil(bytes / 1e6)} MB`));
    if (!ask.hidden) return;
    const told = (): void => {
      renewal ??= setTimeout(renew, RENEWAL);
    };
    measureAll(results, { first: state.of, told, signal: run.signal })
      .then(renew, () => tell("compared", words.compare.valuesMissing));
  }

  function renew(): void {
    clearTimeout(renewal);
    renewal = undefined;
    if (!results || signal.aborted) return;
    const { done, of } = countMeasured(results);
    const most = Math.max(...results.sides.map((side) => side[state.of]?.count ?? 0));
    tell(
      "compared",
      words.count.series([
        words.compare.compared(list.children.length, most),
        ...of > 0 ? [words.compare.measuring(done, of)] : [],
      ]),
    );
    if (state.sort !== "index") arrange();
    if (done === of) namePairs();
    drawStrips();
  }

  function namePairs(): void {
    for (const item of list.children) {
      const k = Number(item.id.slice(2));
      const kernels = results?.kernels.found[k]?.cosine ?? null;
      const maps = results?.maps.found[k]?.cosine ?? null;
      const facts = [
        ...kernels === null ? [] : [words.compare.cosineKernels(formatCosine(kernels))],
        ...maps === null ? [] : [words.compare.cosineMaps(formatCosine(maps))],
      ];
      const name = words.compare.pairName(String(k), facts);
      find("a", item)?.setAttribute("aria-label", name);
    }
  }

  function drawStrips(): void {
    const strips = (["kernels", "maps"] as const).flatMap((of) => {
      const found = results?.[of].found ?? [];
      const tally = tallyCosines(found);
      if (!tally) return [];
      const { compare } = words;
      return [drawStrip(found, {
        title: of === "kernels" ? compare.stripKernels : compare.stripMaps,
        tally: of === "kernels" ? compare.tallyKernels(tally) : compare.tallyMaps(tally),
        k: state.k,
        choose: (k) => k < list.children.length && update({ k }, "replace"),
      })];
    });
    find("[data-strips]")?.replaceChildren(...strips);
  }

  function step(by: number): void {
    const next = order[Math.min(order.length - 1, Math.max(0, order.indexOf(state.k) + by))];
    if (next === undefined || next === state.k) return;
    update({ k: next }, "replace");
    grid?.focus(next);
  }

  function turn<Name extends keyof typeof COMPARE_CHOICES>(name: Name, by = 1): void {
    const all: readonly string[] = COMPARE_CHOICES[name];
    const next = all[(all.indexOf(state[name]) + by + all.length) % all.length];
    update({ [name]: next } as Partial<CompareState>, "push");
  }

  // Two photos of a layer stay two: B turns alone. Else both sides keep to one photo.
  function turnPhoto(by: number): void {
    const images = layers.find(({ path }) => path === state.b)?.images ?? [];
    const next = images[(images.indexOf(state.bi) + by + images.length) % images.length];
    if (next === undefined) return;
    update(state.ai === state.bi ? { ai: next, bi: next } : { bi: next }, "push");
  }

  function swap(): void {
    update({ a: state.b, ai: state.bi, b: state.a, bi: state.ai }, "push");
  }

  const acts: Readonly<Record<string, () => void>> = {
    previous: () => step(-1),
    next: () => step(1),
    copy: () => copyLink(words),
    swap,
    measure: () => measure(true),
  };
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    acts[event.target.closest<HTMLElement>("[data-do]")?.dataset.do ?? ""]?.();
  }, { signal });
  list.addEventListener("click", (event) => {
    const k = findPair(event.target);
    if (k === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    update({ k }, "replace");
    const panel = find(".facing")!; // on a narrow page it stands below the grids
    if (panel.getBoundingClientRect().top >= innerHeight) panel.scrollIntoView();
  }, { signal });
  for (const event of ["pointerover", "focusin"]) {
    list.addEventListener(event, ({ target }) => {
      const k = findPair(target);
      if (k === null) return;
      // A new tab gets the whole state; to write it into thousands of links would take long.
      const href = link(formatCompare({ ...state, k }));
      if (target instanceof Element) target.closest("a")?.setAttribute("href", href);
      if (event === "focusin" && k !== state.k) update({ k }, "replace");
    }, { signal });
  }
  find<HTMLFormElement>("[data-controls]")?.addEventListener("submit", (event) => {
    event.preventDefault();
  }, { signal });
  find("[data-controls]")?.addEventListener("change", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    const change = { [name]: value } as Partial<CompareState>;
    if (name !== "a" && name !== "b") return update(change, "push");
    const next = keepPhotos({ ...state, ...change }, layers);
    update({ ...next, of: chooseOf(layers, next) }, "push");
  }, { signal });
  listenToKeys({
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    ArrowUp: () => step(-(grid?.countColumns() ?? 1)),
    ArrowDown: () => step(grid?.countColumns() ?? 1),
    p: () => turnPhoto(1),
    P: () => turnPhoto(-1),
    x: swap,
    v: () => turn("show"),
    o: () => turn("of"),
    r: () => turn("stage"),
    s: () => turn("sort"),
    S: () => turn("sort", -1),
    l: () => turn("scale"),
    y: () => copyLink(words),
  }, signal);
  const redraw = (): void => {
    if (results) facing.show(state, results);
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", redraw, { signal });
  addEventListener("convatlas-theme", redraw, { signal });
  onNavigate(() => void render(parseCompare(readState(), { layers, first })), signal);
  void render(state);
}

async function loadSides(
  { compare }: Words,
  root: string,
  { a, ai, b, bi, stage }: CompareState,
): Promise<Results["sides"] | null> {
  const load = async (name: "a" | "b", path: string): Promise<LayerData | null> => {
    try {
      return await loadData<LayerData>(root, `${path}/layer`);
    } catch {
      tell("compared", compare.missing(compare[name]));
      return null;
    }
  };
  const [one, other] = await Promise.all([load("a", a), load("b", b)]);
  if (!one || !other) return null;
  // Maps behind an activation and maps before one are not of a kind.
  const both = findFollowed(one, ai) && findFollowed(other, bi) ? stage : "before";
  return [
    gatherSide("a", one, { root, image: ai, stage: both }),
    gatherSide("b", other, { root, image: bi, stage: both }),
  ];
}

function tellHeads(words: Words, sides: Results["sides"]): void {
  for (const { name, data: { model, layer, photos }, image, stage } of sides) {
    const head = find(`[data-head="${name}"]`)!;
    const photo = photos.find(({ id }) => id === image)?.name;
    const stages = {
      before: words.tools.before,
      after: words.tools.after(layer.activation.join(", ")),
    };
    find("h2", head)!.textContent = `${words.compare[name]} · ${model.name} · ${layer.name}`;
    find("p", head)!.textContent = words.count.list([
      ...[describeKernels(layer, words), describeMaps(layer.maps, words)].filter((each) =>
        each !== null
      ),
      ...photo === undefined
        ? []
        : [layer.activation.length > 0 ? `${photo} ${stages[stage]}` : photo],
    ]);
    const badges = layer.badges.map((id) => viewBadge(id, words));
    find("ul", head)!.replaceChildren(
      ...layer.dtype === null ? [] : [create("li", {}, words.compare.stored(layer.dtype))],
      ...badges.map((badge) =>
        create("li", badge.meaning ? { title: badge.meaning } : {}, badge.name)
      ),
    );
  }
}

function tellRest(
  { compare }: Words,
  { sides }: Results,
  { of, count }: { readonly of: CompareState["of"]; readonly count: number },
): void {
  const rests = sides.flatMap(({ name, [of]: tiles }) => {
    if (tiles === null || tiles.count <= count || count === 0) return [];
    const list = create("ul", { class: "rest compared", "aria-hidden": "true" });
    fillRest(list, { name, tiles }, count);
    const text = compare.rest(compare[name], count, tiles.count - 1);
    return [create("p", { class: "cap" }, text), list];
  });
  find("[data-rest]")?.replaceChildren(...rests);
}

function tellObstacles({ compare }: Words, results: Results, stage: CompareState["stage"]): void {
  const texts = [
    ...[results.kernels.numbers, results.maps.numbers].filter((each) => typeof each === "string"),
    ...results.sides.filter(({ data, image, maps }) =>
      stage === "after" && maps !== null && !findFollowed(data, image)
    ).map(({ name }) => compare.stageFalls(compare[name])),
  ];
  find("[data-obstacles]")?.replaceChildren(...texts.map((text) => create("li", {}, text)));
}

function setControls(state: CompareState): void {
  for (const [name, value] of Object.entries(state)) {
    for (const input of findAll<HTMLInputElement>(`[data-controls] input[name="${name}"]`)) {
      input.checked = input.value === value;
    }
    const select = find<HTMLSelectElement>(`[data-controls] select[name="${name}"]`);
    if (select) select.value = String(value);
  }
  for (const name of ["a", "b"] as const) limitPhotos(name);
}

// A photo that a layer has no maps of cannot be chosen for it.
function limitPhotos(name: "a" | "b"): void {
  const chosen = find<HTMLSelectElement>(`select[name="${name}"]`)?.selectedOptions[0];
  const images = (chosen?.dataset.images ?? "").split(" ");
  for (const option of findAll<HTMLOptionElement>(`select[name="${name}i"] option`)) {
    option.disabled = !images.includes(option.value);
  }
}

function keepPhotos(state: CompareState, layers: readonly ComparedLayer[]): CompareState {
  const keep = (path: string, image: string): string => {
    const images = layers.find((layer) => layer.path === path)?.images ?? [];
    return images.includes(image) ? image : images[0] ?? "";
  };
  return { ...state, ai: keep(state.a, state.ai), bi: keep(state.b, state.bi) };
}

function readLayers(): readonly ComparedLayer[] {
  return findAll<HTMLOptionElement>('select[name="a"] option').map(({ value, dataset }) => ({
    path: value,
    kernel: dataset.kernel ?? "",
    images: (dataset.images ?? "").split(" ").filter((image) => image !== ""),
  }));
}

function readSides(): Pick<CompareState, "a" | "ai" | "b" | "bi"> {
  const read = (name: string): string =>
    find<HTMLOptionElement>(`select[name="${name}"] option[selected]`)?.value ?? "";
  return { a: read("a"), ai: read("ai"), b: read("b"), bi: read("bi") };
}
