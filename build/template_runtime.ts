/** Renders a view; `root` is the view that the outermost template was given. */
export type CompiledTemplate = (view: unknown, root?: unknown) => string;

/** Stands in the bundles for Handlebars: the templates there are functions already. */
export default {
  create: () => ({
    compile: (template: CompiledTemplate): CompiledTemplate => template,
    registerPartial(): void {}, // a template imports its own
  }),
};

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
  "`": "&#x60;",
  "=": "&#x3D;",
};

/** Escapes a value for HTML, as Handlebars does; one that a view lacks throws. */
export function escape(value: unknown): string {
  if (value === undefined) throw new TypeError("Cannot render template: its view lacks a field");
  return String(value ?? "").replace(/[&<>"'`=]/g, (character) => ESCAPES[character]!);
}

/** Whether `if` shows a value, or `each` has something to go through. */
export function isShown(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Renders each item of a list. */
export function each(items: readonly unknown[], render: (item: unknown) => string): string {
  return items.map(render).join("");
}
