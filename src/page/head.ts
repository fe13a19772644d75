import { applyTheme } from "./theme.ts";
import { findTranslation } from "./translation.ts";

// What must be settled before anything is drawn; all else waits until the page stands.
applyTheme();
const translation = findTranslation();
if (translation) location.replace(translation.href + location.hash);
