import type { ToolWords } from "../../words/en/tool_words.ts";
import { tell } from "./dom.ts";
import { findAround } from "./item_steps.ts";
import { openStoredText, STORAGE_KEYS } from "./stored_text.ts";

const THEMES = ["system", "light", "dark"] as const;

type Theme = typeof THEMES[number];

/** Takes up the theme that the reader chose, before anything is drawn. */
export function applyTheme(): void {
  setTheme(parseTheme(openStoredText(STORAGE_KEYS.theme).read()));
}

/** Goes on to the next theme. */
export function turnTheme(words: ToolWords): void {
  const theme = findAround(THEMES, readTheme(), 1)!;
  openStoredText(STORAGE_KEYS.theme).write(theme);
  setTheme(theme);
  tellTheme(words);
  dispatchEvent(new Event(TURNED));
}

/** Says which theme is on. */
export function tellTheme({ themes }: ToolWords): void {
  tell("theme", themes[readTheme()]);
}

/**
 * Calls the listener, until the signal, when colours are to be drawn anew, and says whether on a
 * dark page: also for paper, which is not.
 */
export function onRecolour(listener: (dark: boolean) => void, signal: AbortSignal): void {
  const renew = (): void => listener(isDark());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renew, { signal });
  for (const name of [TURNED, "afterprint"]) addEventListener(name, renew, { signal });
  addEventListener("beforeprint", () => listener(false), { signal });
}

const TURNED = "convatlas.theme";

/** Whether the page is dark on the screen. */
export function isDark(): boolean {
  const theme = readTheme();
  return theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}

// The document has it, also where the browser keeps nothing.
function readTheme(): Theme {
  return parseTheme(document.documentElement.dataset.theme ?? null);
}

function parseTheme(text: string | null): Theme {
  return THEMES.find((theme) => theme === text) ?? "system";
}

function setTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
