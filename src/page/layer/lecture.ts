import { HOOKS } from "../../site/hook/hooks.ts";
import { find } from "../shell/dom.ts";

/** Lets the enlarged pair fill the screen, as for a lecture; or lets it go. */
export function turnLecture(): void {
  const lecture = find(HOOKS.lecture);
  if (lecture === null) return;
  if (document.fullscreenElement === lecture) return void document.exitFullscreen();
  if (!find(HOOKS.openDialog)) find<HTMLDialogElement>(HOOKS.enlarged)?.showModal();
  lecture.requestFullscreen?.().catch(() => {}); // where a browser has none it stays enlarged
}

// What a clicker sends.
const STEPS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };

/** Fits the pair into the screen, and lets a clicker turn pairs while it is enlarged, until the signal. */
export function listenToLecture(step: (by: number) => void, signal: AbortSignal): void {
  const lecture = find(HOOKS.lecture);
  if (lecture === null) return;
  const fit = (): void => {
    if (document.fullscreenElement === lecture) fitScreen(lecture);
  };
  document.addEventListener("fullscreenchange", fit, { signal });
  addEventListener("resize", fit, { signal });
  find(HOOKS.enlarged)!.addEventListener("keydown", (event) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  }, { signal });
}

// Of the screen, what stands around it takes a tenth.
const ROOM = .9;

function fitScreen(lecture: HTMLElement): void {
  const { style } = lecture;
  style.setProperty("--grown", "1");
  const sides = [...lecture.children].map((each) => each.getBoundingClientRect());
  const width = Math.max(...sides.map((side) => side.width));
  const height = sides.reduce((sum, side) => sum + side.height, 0);
  const grown = Math.min(innerWidth / width, innerHeight / height) * ROOM;
  style.setProperty("--grown", Math.max(1, grown).toFixed(2));
}
