import { renderTemplate } from "../../../src/html/engine.ts";

// Bundled, it leaves what renders views to who runs it.
Object.assign(globalThis, { renderCompiled: renderTemplate });
