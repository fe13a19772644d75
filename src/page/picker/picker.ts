import name from "../../../templates/part/name.hbs" with { type: "text" };
import picker from "../../../templates/page/picker.hbs" with { type: "text" };
import picker_options from "../../../templates/page/picker_options.hbs" with { type: "text" };
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import type { Words } from "../../words/words.ts";
import { loadLayers } from "../files/layers.ts";
import { fill, find, findAll, findPart, tell } from "../shell/dom.ts";
import { keepView } from "../shell/kept_view.ts";
import { listenToKeys } from "../shell/keys.ts";
import type { Page, PageContext } from "../shell/page.ts";
import { filterEntries, listEntries, type PickerEntry } from "./picker_entry.ts";

/** The dialog in which a layer is picked by its name, on every page. */
export const PICKER: Page = {
  start(signal, around): void {
    const open = (): void => void openPicker(around);
    listenToKeys({ g: open }, signal);
    document.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest(HOOKS.actOf("pick"))) open();
    }, { signal });
    signal.addEventListener("abort", () => find<HTMLDialogElement>(HOOKS.picker)?.remove());
  },
};

/** The dialog: the view of `picker.hbs`. */
interface PickerView {
  readonly words: Pick<Words, "tools">;
}

/** What the dialog lists: the view of `picker_options.hbs`. */
interface OptionsView {
  readonly options: readonly (PickerEntry & { readonly selected: boolean })[];
}

const render = compileTemplates<
  { readonly picker: PickerView; readonly picker_options: OptionsView }
>({ name, picker, picker_options });

async function openPicker({ words, files }: PageContext): Promise<void> {
  const { dataset } = findPart("main");
  const [root, models, layer] = [dataset.root ?? "", dataset.models ?? "", dataset.layer ?? ""];
  if (find(HOOKS.openDialog) || models === "") return;
  document.body.insertAdjacentHTML("beforeend", render("picker", { words }));
  const dialog = findPart<HTMLDialogElement>(HOOKS.picker);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  const lists = await Promise.all(
    models.split(" ").map((model) => loadLayers(files, root, model)),
  );
  const entries = listEntries(lists, { root, language: words.language });
  listenToChoice(dialog, { entries, words, current: layer.replace(/\/layer$/, "") });
}

interface Choice {
  readonly entries: readonly PickerEntry[];
  readonly words: Words;
  /** The place in the report of the page that is shown. */
  readonly current: string;
}

function listenToChoice(dialog: HTMLDialogElement, { entries, words, current }: Choice): void {
  const input = findPart<HTMLInputElement>("input", dialog);
  const list = findPart(HOOKS.pickerList, dialog);
  const show = (): void => {
    const shown = filterEntries(entries, input.value);
    const at = input.value === "" ? shown.findIndex(({ path }) => path === current) : 0;
    const options = shown.map((entry, i) => {
      return { ...entry, href: keepView(entry.href), selected: i === Math.max(0, at) };
    });
    fill(list, render("picker_options", { options }));
    tell("picked", words.tools.picker.shown(shown.length, entries.length));
    select(input, list, 0);
  };
  input.addEventListener("input", show);
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by !== undefined) select(input, list, by);
    else if (event.key === "Enter" && event.target === input) {
      find(HOOKS.pickedOption, list)?.click();
    } else return;
    event.preventDefault();
  });
  list.addEventListener("click", () => setTimeout(() => dialog.close())); // a page of one file stays
  show();
}

// Selects the option that is so many below the one that is selected.
function select(input: HTMLElement, list: HTMLElement, by: number): void {
  const options = findAll(HOOKS.pickerOption, list);
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = options[Math.min(options.length - 1, Math.max(0, at + by))];
  options[at]?.setAttribute("aria-selected", "false");
  next?.setAttribute("aria-selected", "true");
  next?.scrollIntoView({ block: "nearest" });
  if (next) input.setAttribute("aria-activedescendant", next.id);
  else input.removeAttribute("aria-activedescendant");
}
