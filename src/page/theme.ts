import type { ToolWords } from "../words/tool_words.ts";
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
}

/** Says which theme is on. */
export function tellTheme({ themes }: ToolWords): void {
  tell("theme", themes[readTheme()]);
}

/** Whether the page is dark. */
export function isDark(): boolean {
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
