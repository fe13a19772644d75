import Handlebars from "handlebars";

/**
 * Compiles a template to the text of a module of JavaScript whose default export renders a view.
 * Handlebars reads the template; what its own precompiler writes is four times as long as this, and
 * wants 13 kB to run. Anything beyond `if`, `each`, partials and names is refused.
 */
export function compileTemplate(source: string, { name, runtime, findPartial }: Around): string {
  const partials: string[] = [];
  const writer = { name, partials };
  const body = writeProgram(Handlebars.parse(source), ["v"], writer);
  return [
    `import { each, escape, isShown } from ${JSON.stringify(runtime)};`,
    ...partials.map((partial, i) => {
      return `import p${i} from ${JSON.stringify(findPartial(partial))} with { type: "text" };`;
    }),
    `export default (v, r = v, b) => ${body};`,
  ].join("\n");
}

/** What a template is compiled among. */
export interface Around {
  /** What errors call the template. */
  readonly name: string;
  /** The path of the module that templates run on. */
  readonly runtime: string;
  /** Finds the path of a partial by its name. */
  findPartial(name: string): string;
}

interface Writer {
  readonly name: string;
  /** The partials that are met, in order. */
  readonly partials: string[];
}

// The variables that hold the context and those around it, the innermost last.
type Contexts = readonly string[];

function writeProgram(program: hbs.AST.Program, contexts: Contexts, writer: Writer): string {
  const terms = program.body.flatMap((statement) => writeStatement(statement, contexts, writer));
  return terms.length === 0 ? '""' : terms.join("+");
}

function writeStatement(
  statement: hbs.AST.Statement,
  contexts: Contexts,
  writer: Writer,
): string | [] {
  if (is("ContentStatement", statement)) {
    return statement.value === "" ? [] : JSON.stringify(statement.value);
  }
  if (is("CommentStatement", statement)) return [];
  if (is("MustacheStatement", statement)) return writeMustache(statement, contexts, writer);
  if (is("BlockStatement", statement)) return writeBlock(statement, contexts, writer);
  if (is("PartialStatement", statement)) return writePartial(statement, contexts, writer);
  if (is("PartialBlockStatement", statement)) return writePartialBlock(statement, contexts, writer);
  throw refuse(statement.type, writer);
}

function writeMustache(
  { path, params, escaped }: hbs.AST.MustacheStatement,
  contexts: Contexts,
  writer: Writer,
): string {
  if (params.length > 0) throw refuse("a helper", writer);
  const value = writePath(path, contexts, writer);
  return escaped ? `escape(${value})` : `(${value})`;
}

function writeBlock(
  { path, params, program, inverse }: hbs.AST.BlockStatement,
  contexts: Contexts,
  writer: Writer,
): string {
  const value = writePath(params[0], contexts, writer);
  const other = inverse ? writeProgram(inverse, contexts, writer) : '""';
  if (path.original === "if") {
    return `(isShown(${value})?${writeProgram(program, contexts, writer)}:${other})`;
  }
  if (path.original !== "each") throw refuse(path.original, writer);
  const item = `v${contexts.length}`;
  const own = writeProgram(program, [...contexts, item], writer);
  return `(isShown(${value})?each(${value},${item}=>${own}):${other})`;
}

function writePartial(
  { name, params, indent }: hbs.AST.PartialStatement,
  contexts: Contexts,
  writer: Writer,
): string {
  const view = params[0] ? writePath(params[0], contexts, writer) : contexts.at(-1)!;
  const partial = writePartialName(name, writer);
  const call = `${partial}(${view}${partial === "b" ? "" : ",r"})`;
  return indent === "" ? call : `${JSON.stringify(indent)}+${call}`; // before its first line only
}

function writePartialBlock(
  { name, params, program }: hbs.AST.PartialBlockStatement,
  contexts: Contexts,
  writer: Writer,
): string {
  if (params.length > 0) throw refuse("the view of a block", writer);
  const view = contexts.at(-1)!;
  const block = `${view}=>${writeProgram(program, contexts, writer)}`;
  return `${writePartialName(name, writer)}(${view},r,${block})`;
}

// The variable that holds a partial: b is the block that the template was given.
function writePartialName(
  name: hbs.AST.PathExpression | hbs.AST.SubExpression,
  writer: Writer,
): string {
  if (!is("PathExpression", name)) throw refuse("a computed partial", writer);
  if (name.original === "@partial-block") return "b";
  const { partials } = writer;
  if (!partials.includes(name.original)) partials.push(name.original);
  return `p${partials.indexOf(name.original)}`;
}

function writePath(
  path: hbs.AST.Expression | undefined,
  contexts: Contexts,
  writer: Writer,
): string {
  if (!path || !is("PathExpression", path)) {
    throw refuse(path?.type ?? "a block of nothing", writer);
  }
  const { data, depth, parts } = path;
  const context = data ? "r" : contexts.at(-1 - depth);
  if (context === undefined || (data && parts[0] !== "root")) throw refuse(path.original, writer);
  return [context, ...parts.slice(data ? 1 : 0)].join(".");
}

interface Nodes {
  readonly ContentStatement: hbs.AST.ContentStatement;
  readonly CommentStatement: hbs.AST.CommentStatement;
  readonly MustacheStatement: hbs.AST.MustacheStatement;
  readonly BlockStatement: hbs.AST.BlockStatement;
  readonly PartialStatement: hbs.AST.PartialStatement;
  readonly PartialBlockStatement: hbs.AST.PartialBlockStatement;
  readonly PathExpression: hbs.AST.PathExpression;
}

function is<Type extends keyof Nodes>(type: Type, node: hbs.AST.Node): node is Nodes[Type] {
  return node.type === type;
}

function refuse(what: string, { name }: Writer): SyntaxError {
  return new SyntaxError(
    `Cannot compile template "${name}": ${what} is none of if, each, a partial and a name`,
  );
}
