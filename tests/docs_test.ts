import assert from "node:assert/strict";
import { COMMANDS } from "../src/program/commands.ts";
import { ROOMS } from "./rooms.ts";
import { isThere } from "./support/temp_folder.ts";

const root = new URL("../", import.meta.url);

// The most lines that each may have: what a user needs on some pages, what a newcomer needs on one.
const LIMITS = { "README.md": 250, "CONTRIBUTING.md": 100 } as const;

const PAGES = [
  ...["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"],
  "fixtures/README.md",
];

/** A page of the documentation. */
interface Page {
  readonly path: string;
  readonly text: string;
  /** Its text without blocks of code. */
  readonly prose: string;
}

const pages = await readPages();

async function readPages(): Promise<Page[]> {
  const paths = [...PAGES];
  for await (const { name } of Deno.readDir(new URL("docs/", root))) paths.push(`docs/${name}`);
  return await Promise.all(
    paths.sort().map(async (path) => {
      const text = await Deno.readTextFile(new URL(path, root));
      return { path, text, prose: text.replace(/^( *)```[^]*?^\1```$/gm, "") };
    }),
  );
}

// As GitHub makes them of headings.
function listAnchors({ prose }: Page): string[] {
  const heads = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, head]) => head!.toLowerCase());
  return heads.map((head) => head.replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-"));
}

for (const [path, limit] of Object.entries(LIMITS)) {
  Deno.test(`${path} has at most ${limit} lines`, () => {
    const { text } = pages.find((page) => page.path === path)!;
    assert(text.trimEnd().split("\n").length <= limit);
  });
}

Deno.test("links of the documentation lead to files and headings that are there", async () => {
  const lost: string[] = [];
  let count = 0;
  for (const page of pages) {
    for (const [, link] of page.prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^\w+:/.test(link!)) continue;
      count++;
      const { pathname, hash } = new URL(link!, new URL(page.path, root));
      const path = pathname.slice(root.pathname.length);
      const target = pages.find((each) => each.path === path);
      const leads = hash === "" || target === undefined ||
        listAnchors(target).includes(hash.slice(1));
      if (!leads || !await isThere(new URL(path, root))) lost.push(`${page.path}: ${link}`);
    }
  }
  assert(count > 20);
  assert.deepEqual(lost, []);
});

Deno.test("files that the documentation names are there", async () => {
  const lost: string[] = [];
  let count = 0;
  for (const { path, prose } of pages) {
    const named = prose.matchAll(
      /`((?:src|tests|templates|build|fixtures|docs|\.ci|\.github)\/[^`\s*<]*)`/g,
    );
    for (const [, file] of named) {
      count++;
      if (!await isThere(new URL(file!, root))) lost.push(`${path}: ${file}`);
    }
  }
  assert(count > 50);
  assert.deepEqual(lost, []);
});

Deno.test("tasks that the documentation names are there", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
  for (const { path, text } of pages) {
    for (const [, task] of text.matchAll(/deno task ([\w:]+)/g)) {
      assert(task! in tasks, `${path}: ${task}`);
    }
  }
});

Deno.test("options of commands stand in the documentation", async () => {
  const options = await Promise.all(COMMANDS.map((command) => command.options()));
  const flags = options.flat().filter(({ isHidden = false }) => !isHidden).map(({ form }) =>
    form.split(" ")[0]!
  );
  assert(flags.length > 20);
  for (const flag of flags) {
    assert(pages.some(({ text }) => new RegExp(`${flag}(?![\\w-])`).test(text)), flag);
  }
});

Deno.test("docs/README.md leads to every page of docs/", () => {
  const { text } = pages.find(({ path }) => path === "docs/README.md")!;
  const others = pages.filter(({ path }) => /^docs\/(?!README)/.test(path));
  assert(others.length > 0);
  for (const { path } of others) assert(text.includes(`](${path.slice("docs/".length)})`), path);
});

Deno.test("the rooms that docs/architecture.md lists are those of src/, in their order", () => {
  const { text } = pages.find(({ path }) => path === "docs/architecture.md")!;
  const listed = [...text.matchAll(/^\| `([\w.]+)\/?` /gm)].map(([, name]) => name);
  assert.deepEqual(listed, ROOMS.map(({ name }) => name));
});

/** A section of a page: what does not change with the language. */
interface Section {
  readonly code: readonly string[];
  /** Commands, keys and names within sentences, whose order is that of the language. */
  readonly spans: readonly string[];
  readonly links: readonly string[];
  readonly numbers: readonly string[];
}

const TRANSLATION = /^README(\.zh-CN)?\.md$/;

function listSections({ text }: Page): Section[] {
  return text.split(/^## /m).map((section) => {
    const prose = section.replace(/^```[^]*?^```$/gm, "");
    return {
      code: [...section.matchAll(/^```[^]*?^```$/gm)].flatMap(([block]) => block.split("\n")),
      spans: [...prose.matchAll(/`([^`]+)`/g)].map(([, span]) => span!.replace(/\s+/g, " ")).sort(),
      links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
        .filter((link) => !TRANSLATION.test(link)).sort(),
      numbers: (prose.replace(/`[^`]+`|\]\([^)]+\)/g, "").match(/\d+(\.\d+)?/g) ?? []).sort(),
    };
  });
}

// Of a line of code, comments alone are translated.
function isTranslated(line: string, translated: string): boolean {
  const words = translated.search(/\p{Script=Han}/u);
  return words < 0 ? line === translated : line.startsWith(translated.slice(0, words));
}

Deno.test("README.zh-CN.md has the commands, keys, links and numbers of README.md, section by section", () => {
  const [english, chinese] = ["README.md", "README.zh-CN.md"]
    .map((path) => pages.find((page) => page.path === path)!);
  const sections = listSections(english!);
  const translated = listSections(chinese!);
  assert.equal(translated.length, sections.length);
  for (const [i, { code, ...told }] of sections.entries()) {
    const { code: other, ...same } = translated[i]!;
    assert.deepEqual(same, told);
    assert.equal(other.length, code.length);
    code.forEach((line, k) => assert(isTranslated(line, other[k]!), other[k]));
  }
  assert.match(english!.text, /\]\(README\.zh-CN\.md\)/);
  assert.match(chinese!.text, /\]\(README\.md\)/);
});
