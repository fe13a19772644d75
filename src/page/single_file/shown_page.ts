import { HOOKS } from "../../site/hook/hooks.ts";
import type { InertPage } from "./inert_page.ts";
import type { EmbeddedFiles } from "../files/embedded_files.ts";

/** Puts a page in the place of the one that is shown, until the signal. */
export function placePage(
  { document: page, sheets }: InertPage,
  embedded: EmbeddedFiles,
  signal: AbortSignal,
): void {
  for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name);
  for (const part of ["documentElement", "body"] as const) {
    for (const { name, value } of page[part].attributes) document[part].setAttribute(name, value);
  }
  document.head.replaceChildren(...page.head.querySelectorAll(HOOKS.headParts));
  document.adoptedStyleSheets = sheets;
  document.body.replaceChildren(...page.body.childNodes);
  tellTitle();
  showPictures(embedded, signal);
}

// What screen readers tell by themselves when a document is opened.
function tellTitle(): void {
  const teller = document.createElement("p");
  teller.className = "vh";
  teller.role = "status";
  document.body.append(teller);
  requestAnimationFrame(() => teller.textContent = document.title);
}

// Pictures are decoded when they come near the screen, or are printed.
function showPictures(embedded: EmbeddedFiles, signal: AbortSignal): void {
  const images = document.querySelectorAll<HTMLElement>(HOOKS.waitingPictures);
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) openPicture(embedded, target as HTMLElement);
    }
  }, { rootMargin: "400px" });
  for (const image of images) observer.observe(image);
  signal.addEventListener("abort", () => observer.disconnect());
  addEventListener("beforeprint", () => images.forEach((image) => openPicture(embedded, image)), {
    signal,
  });
}

function openPicture(embedded: EmbeddedFiles, image: HTMLElement): void {
  const { src } = image.dataset;
  if (src !== undefined) image.setAttribute("src", embedded.openUrl(src));
  delete image.dataset.src;
}
