import { excerpt } from "./excerpt.ts";
import type { Issue } from "./field.ts";
import { type Path, writePath } from "./path.ts";
import type { ConfigProblem } from "./config_error.ts";
import { findNearestName } from "./nearest_name.ts";

/** Finds the problems that zod's issues stand for, told in the words of a config. */
export function findProblems(issues: readonly Issue[], at: Path = []): ConfigProblem[] {
  return issues.flatMap((issue) => explainIssue(issue, [...at, ...issue.path]));
}

function explainIssue(issue: Issue, path: Path): ConfigProblem[] {
  switch (issue.code) {
    case "custom":
      return [{ path: writePath(path), message: issue.message }];
    case "unrecognized_keys":
      return issue.keys.map((key) => explainUnknownKey(key, issue.message, path));
    case "invalid_union": {
      const branch = findClosestBranch(issue.errors);
      return branch === null
        ? [explainUnfit(issue.input, issue.message, path)]
        : findProblems(branch, path);
    }
    default:
      return [explainUnfit(issue.input, issue.message, path)];
  }
}

// The value is undefined where there is none.
function explainUnfit(value: unknown, expected: string, path: Path): ConfigProblem {
  const found = value === undefined ? "missing" : `found ${excerpt(value)}`;
  return { path: writePath(path), message: `${found}, expected ${expected}` };
}

// The known keys are such as `mean, std`.
function explainUnknownKey(key: string, known: string, path: Path): ConfigProblem {
  const nearest = findNearestName(key, known.split(", "));
  const suggestion = nearest === null ? ". " : `; did you mean "${nearest}"? `;
  return {
    path: writePath([...path, key]),
    message: `unknown key${suggestion}Known keys: ${known}`,
  };
}

// The branch that was meant takes values of the type found, knows most of the keys found, and has
// least to complain of.
function findClosestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter((issues) => !issues.some(isAboutType));
  return fitting.sort((a, b) =>
    countUnknownKeys(a) - countUnknownKeys(b) || a.length - b.length
  )[0] ?? null;
}

function isAboutType(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code !== "unrecognized_keys" && issue.code !== "custom";
}

function countUnknownKeys(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 0),
    0,
  );
}
