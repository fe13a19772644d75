import assert from "node:assert/strict";
import type { Output } from "../../src/effects.ts";
import type { Form, FormTarget } from "../../src/form/form.ts";
import { type FormOptions, takeForms, writeForms } from "../../src/form/forms.ts";

const made = { report: {}, layers: [] } as unknown as Parameters<typeof writeForms>[1];
const output = {} as Output;

function makeForms(written: [string, FormTarget][]): Record<string, Form> {
  const form = (name: string): Form => ({
    value: null,
    description: "",
    write: (given, target) => {
      assert.equal(given, made);
      return Promise.resolve(void written.push([name, target]));
    },
  });
  return { table: form("table"), events: form("events"), drawn: { ...form(""), write: null } };
}

Deno.test("writeForms() writes the forms that are asked for, in their order, to where they are", async () => {
  const written: [string, FormTarget][] = [];
  const options = { events: "runs", table: true, drawn: true } as FormOptions;
  await writeForms(options, made, output, makeForms(written));
  assert.deepEqual(written, [
    ["table", { output, value: null }],
    ["events", { output, value: "runs" }],
  ]);
});

Deno.test("writeForms() writes nothing that is not asked for", async () => {
  const written: [string, FormTarget][] = [];
  await writeForms({ table: false } as FormOptions, made, output, makeForms(written));
  assert.deepEqual(written, []);
});

Deno.test("takeForms() takes what is a form and was said", () => {
  assert.deepEqual(takeForms({ npy: true, quiet: true } as FormOptions), { npy: true });
  assert.deepEqual(takeForms({}), {});
});
