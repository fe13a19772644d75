import type { ToolWords } from "../../words/en/tool_words.ts";
import { tell } from "./dom.ts";
import { keep, recall } from "./store.ts";

const THEMES = ["system", "light", "dark"] as const;

type Theme = typeof THEMES[number];

const KEY = "convatlas.theme";

/** Takes up the theme that the reader chose, before anything is drawn. */
export function applyTheme(): void {
  setTheme(readTheme());
}

/** Goes on to the next theme. */
export function turnTheme(words: ToolWords): void {
  const theme = THEMES[(THEMES.indexOf(readTheme()) + 1) % THEMES.length]!;
  keep(KEY, theme);
  setTheme(theme);
  tellTheme(words);
  dispatchEvent(new Event(TURNED));
}

/** Says which theme is on. */
export function tellTheme({ themes }: ToolWords): void {
  tell("theme", themes[readTheme()]);
}

/** Calls the listener, until the signal, when colours are to be drawn anew: also for paper. */
export function onRecolour(listener: () => void, signal: AbortSignal): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", listener, { signal });
  for (const name of [TURNED, "beforeprint", "afterprint"]) {
    addEventListener(name, ({ type }) => {
      onPaper = type === "beforeprint";
      listener();
    }, { signal });
  }
}

const TURNED = "convatlas-theme";

let onPaper = false;

/** Whether the page is dark; paper is not. */
export function isDark(): boolean {
  if (onPaper) return false;
  const theme = readTheme();
  return theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}

function readTheme(): Theme {
  const chosen = recall(KEY) as Theme;
  return THEMES.includes(chosen) ? chosen : "system";
}

function setTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
