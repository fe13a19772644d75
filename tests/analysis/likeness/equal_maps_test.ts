import assert from "node:assert/strict";
import { groupEqual } from "../../../src/analysis/likeness/equal_maps.ts";

interface Twin {
  readonly name: string;
  readonly mean: number;
  readonly deviation?: number;
}

function groupTwins(
  twins: readonly Twin[],
  isAsked: (a: string, b: string) => void = () => {},
): number[][] {
  return groupEqual([...twins.keys()], {
    meanOf: (k) => twins[k]!.mean,
    deviationOf: (k) => twins[k]!.deviation ?? 1,
    isEqual: (a, b) => {
      isAsked(twins[a]!.name, twins[b]!.name);
      return twins[a]!.name === twins[b]!.name;
    },
  });
}

Deno.test("equal maps are grouped in rising order, one that has no equal is in no group", () => {
  const names = ["b", "a", "c", "b", "a", "b"];
  assert.deepEqual(
    groupTwins(names.map((name) => ({ name, mean: name.charCodeAt(0) }))),
    [[1, 4], [0, 3, 5]],
  );
});

Deno.test("equal maps are found among others whose means are the same but for rounding", () => {
  const names = ["a", "b", "a", "c", "b", "a"];
  assert.deepEqual(
    groupTwins(names.map((name, i) => ({ name, mean: 2 + i * 1e-6 }))),
    [[0, 2, 5], [1, 4]],
  );
});

Deno.test("maps are not compared whose means are further apart than any deviation explains", () => {
  const asked: string[] = [];
  const twins = [
    { name: "a", mean: 0, deviation: 1 },
    { name: "b", mean: 1.5e-4, deviation: 2 },
    { name: "c", mean: 4e-4, deviation: 1 },
  ];
  assert.deepEqual(groupTwins(twins, (a, b) => asked.push(a + b)), []);
  assert.deepEqual(asked, ["ab"]);
});
