import { PICKER } from "../picker/picker.ts";
import type { Page } from "../shell/page.ts";

/** What every script does on all kinds of pages. */
export const EVERY_PAGE: readonly Page[] = [PICKER];
