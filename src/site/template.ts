import Handlebars from "handlebars";
import { visibleOrder } from "../config/problem/visible.ts";

/** Renders a view with the template of its name; names in it cannot turn the order of its text round. */
export type RenderTemplate<Views> = <Name extends keyof Views & string>(
  name: Name,
  view: Views[Name],
) => string;

// Strict: a name that a view lacks throws. Only `each` and `if`: logic belongs to the views.
const OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  preventIndent: true,
};

/**
 * Makes what renders views with templates, each of which may hold all as partials. In a bundle
 * `sources` are functions already: it compiles every template that it imports.
 */
export function compileTemplates<Views>(
  sources: Readonly<Record<keyof Views | string, string>>,
): RenderTemplate<Views> {
  const engine = Handlebars.create();
  const templates = new Map(
    Object.entries(sources).map(([name, source]) => [name, engine.compile(source, OPTIONS)]),
  );
  for (const [name, template] of templates) engine.registerPartial(name, template);
  return (name, view) => visibleOrder(templates.get(name)!(view));
}
