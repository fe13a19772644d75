import share_dialog from "../../../templates/share/share_dialog.hbs" with { type: "text" };
import { formatBytes } from "../../reason/byte_size.ts";
import type { SharePartWords } from "../../words/words.ts";
import { GENERATOR } from "../../version.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findPart } from "../shell/dom.ts";
import { saveFile } from "../shell/saved_file.ts";
import { toast } from "../shell/toast.ts";
import { findSharedAddress, type SharedAddress } from "./share_address.ts";
import { drawCard } from "./shared_card.ts";
import { writeSharedPage } from "./shared_page.ts";
import type { SharedView } from "./shared_view.ts";

/** What is chosen from before something is shared: the view of `share_dialog.hbs`. */
export interface ShareDialogView {
  readonly words: SharePartWords["share"];
  readonly close: string;
  readonly choices: readonly {
    readonly value: string;
    readonly name: string;
    readonly chosen: boolean;
  }[];
  readonly address: string;
}

/** What a page has to share. */
export interface Shareable {
  readonly close: string;
  readonly root: string;
  /** What is shown, as the end of an address. */
  readonly hash: string;
  /** What is chosen from, the first at first. */
  readonly choices: readonly ShareChoice[];
}

/** What can be shared of a page. */
export interface ShareChoice {
  /** Its name among others. */
  readonly name: string;
  readonly make: () => Promise<SharedView>;
}

/** What was made of a choice. */
interface Made {
  readonly view: SharedView;
  readonly card: HTMLCanvasElement;
  readonly page: string;
}

const render = compileTemplates<{ readonly share_dialog: ShareDialogView }>({ share_dialog });

/** Opens the dialog in which a view is shared. */
export function openShareDialog(shareable: Shareable, said: SharePartWords): void {
  const { root, hash, choices } = shareable;
  const { share: words } = said;
  const address = findSharedAddress(root, hash);
  const dialog = appendDialog(shareable, address, words);
  let made: Made | null = null;
  const show = async ({ make }: ShareChoice): Promise<void> => {
    showMaking(dialog, words);
    made = drawMade(await make(), address, said);
    showMade(dialog, made, words);
  };
  dialog.addEventListener("change", ({ target }) => {
    void show(choices[Number((target as HTMLInputElement).value)]!);
  });
  dialog.addEventListener("click", ({ target }) => {
    const act = findAct(target);
    if (act !== undefined && made) void ACTS[act]?.(made, { address, words });
  });
  dialog.showModal();
  void show(choices[0]!);
}

function appendDialog(
  { close, choices }: Shareable,
  address: SharedAddress,
  words: SharePartWords["share"],
): HTMLDialogElement {
  const named = choices.map(({ name }, i) => ({ value: String(i), name, chosen: i === 0 }));
  const view = { words, close, choices: named.length > 1 ? named : [], ...address };
  document.body.insertAdjacentHTML("beforeend", render("share_dialog", view));
  const dialog = document.body.lastElementChild as HTMLDialogElement;
  dialog.addEventListener("close", () => dialog.remove());
  return dialog;
}

function drawMade(
  view: SharedView,
  address: SharedAddress,
  { language }: SharePartWords,
): Made {
  const from = { ...address, generator: GENERATOR };
  return { view, card: drawCard(view, from), page: writeSharedPage(view, { ...from, language }) };
}

function findAct(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>(HOOKS.shareButtons)?.dataset.shareAct;
}

function showMaking(dialog: Element, { making }: SharePartWords["share"]): void {
  findPart(HOOKS.shareTold, dialog).textContent = making;
  findPart(HOOKS.shareActs, dialog).hidden = true;
}

function showMade(dialog: Element, made: Made, words: SharePartWords["share"]): void {
  const { view: { title }, card, page } = made;
  const preview = findPart<HTMLImageElement>(HOOKS.sharePreview, dialog);
  preview.src = card.toDataURL("image/png");
  preview.alt = words.preview(title);
  preview.hidden = false;
  findPart(HOOKS.shareTold, dialog).textContent = title;
  const button = (act: string): HTMLElement => findPart(HOOKS.shareAct(act), dialog);
  button("page").textContent = words.page(formatBytes(new Blob([page]).size));
  button("copy-picture").hidden = typeof ClipboardItem === "undefined";
  button("send").hidden = navigator.canShare?.({ files: [makeFile(made, new Blob())] }) !== true;
  findPart(HOOKS.shareActs, dialog).hidden = false;
}

interface ActContext {
  readonly address: SharedAddress;
  readonly words: SharePartWords["share"];
}

/** What the buttons do, by their names. */
const ACTS: Readonly<Record<string, (made: Made, context: ActContext) => void | Promise<void>>> = {
  "picture": async ({ view, card }) => saveFile(await encodePng(card), `${view.file}.png`),
  "page": ({ view, page }) =>
    saveFile(new Blob([page], { type: "text/html" }), `${view.file}.html`),
  "copy-picture": ({ card }, { words }) => copyPicture(card, words),
  "copy-link": (_, { address }) => copyAddress(address.address),
  "send": async (made) => {
    const files = [makeFile(made, await encodePng(made.card))];
    await navigator.share({ title: made.view.title, files }).catch(() => {}); // the reader left it
  },
};

function encodePng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), "image/png"));
}

function makeFile({ view: { file } }: Made, picture: Blob): File {
  return new File([picture], `${file}.png`, { type: "image/png" });
}

async function copyPicture(card: HTMLCanvasElement, words: ActContext["words"]): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": encodePng(card) })]);
    toast(words.copied);
  } catch {
    toast(words.notCopied);
  }
}

async function copyAddress(address: string): Promise<void> {
  await navigator.clipboard?.writeText(address).catch(() => {});
  toast(address);
}
