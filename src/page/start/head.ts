import { awaitPaint } from "./painted.ts";
import { applyTheme } from "../shell/theme.ts";
import { findTranslation, followChoice } from "../shell/translation.ts";

// What must be settled before anything is drawn; all else waits until the page stands.
applyTheme();
followChoice();
const translation = findTranslation();
if (translation !== null) location.replace(translation + location.hash);
else loadScript(document.currentScript as HTMLScriptElement);

// Beside the script of the head.
async function loadScript({ src, dataset }: HTMLScriptElement): Promise<void> {
  await awaitPaint();
  const script = document.createElement("script");
  script.src = src.replace(/head\.js$/, dataset.script!);
  document.head.append(script);
}
