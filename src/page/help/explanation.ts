import type { Drawings } from "../../site/drawing.ts";
import type { Control } from "../../site/hook/hook_names.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { parseAddress } from "../shell/address.ts";
import { findAnchor } from "../shell/anchor.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { placeBox } from "./box_place.ts";
import { loadDrawings, paintDrawing } from "./drawing.ts";
import { turnHelp } from "./help.ts";

/** A word of the page that is explained. */
export type PageWord = HTMLElement | SVGElement;

/** Where words are explained, one at a time. */
export interface Explanation {
  readonly box: HTMLElement;
  /**
   * Shows what a word means; what the reader asked for stays until another is, or it is left.
   *
   * @param isWanted Tells whether it is to be shown still when its drawings are there.
   */
  show(word: PageWord, asked: boolean, isWanted?: () => boolean): void;
  hide(): void;
  /** The word that is explained; null where none is. */
  readonly word: () => PageWord | null;
  readonly isAsked: () => boolean;
}

/** Takes hold of the box in which words are explained. */
export function openExplanation(
  box: HTMLElement,
  { files, signal }: { readonly files: ReportFiles; readonly signal: AbortSignal },
): Explanation {
  let shown: PageWord | null = null;
  let isAsked = false;
  const hide = (): void => {
    if (shown) box.hidePopover();
  };
  // Escape and a press elsewhere close it too.
  box.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "open") return;
    shown = null;
    box.replaceChildren();
  }, { signal });
  const show = async (
    word: PageWord,
    asked: boolean,
    isWanted = () => true,
  ): Promise<void> => {
    const meaning = findMeaning(word);
    if (!meaning) return;
    if (!box.showPopover) return openAt(meaning);
    const drawings = await loadDrawings(files, find("main")!.dataset.root!);
    if (signal.aborted || !isWanted()) return;
    hide();
    box.append(copyMeaning(meaning, drawings));
    // One within a list that is open leaves that open.
    box.showPopover(word instanceof HTMLElement ? { source: word } : {});
    [shown, isAsked] = [word, asked];
    placeBox(box, word);
    if (asked) tell("explained", box.textContent!);
  };
  return { box, show, hide, word: () => shown, isAsked: () => isAsked };
}

// A word is a link to its explanation in the help, or a choice that has one.
function findMeaning(word: PageWord): HTMLElement | null {
  const select = HOOKS.select(word.dataset.aboutChosen as Control);
  const name = word.dataset.about ?? find<HTMLSelectElement>(select)?.value;
  const { rest } = parseAddress(word.getAttribute("href") ?? "");
  return findAnchor(name === undefined ? rest : `${ABOUT}${name}`);
}

const ABOUT = "about-";

function copyMeaning(meaning: HTMLElement, drawings: Drawings): Node {
  const copy = meaning.cloneNode(true) as HTMLElement;
  for (const each of [copy, ...findAll(HOOKS.named, copy)]) {
    const drawing = drawings[each.id.slice(ABOUT.length)];
    if (drawing) find("dd", each)?.prepend(paintDrawing(drawing));
    each.removeAttribute("id");
  }
  return copy;
}

// Where the browser has no popovers.
function openAt(meaning: HTMLElement): void {
  turnHelp();
  meaning.scrollIntoView();
}
