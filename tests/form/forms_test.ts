import assert from "node:assert/strict";
import type { Form, FormTarget, FormWorld } from "../../src/form/form.ts";
import { beginForms, type FormOptions, takeForms, writeForms } from "../../src/form/forms.ts";

const made = { report: {}, layers: [] } as unknown as Parameters<typeof writeForms>[1];
const world = { output: {}, beside: {}, warn: () => {} } as unknown as FormWorld;

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
  await writeForms(options, made, world, makeForms(written));
  assert.deepEqual(written, [
    ["table", { ...world, value: null }],
    ["events", { ...world, value: "runs" }],
  ]);
});

Deno.test("beginForms() begins the forms that are asked for, where they have something to begin", async () => {
  const begun: unknown[] = [];
  const form: Form = { value: null, description: "", write: null };
  const begins = {
    ...form,
    begin: (...given: unknown[]) => Promise.resolve(void begun.push(given)),
  };
  const plan = {} as Parameters<typeof beginForms>[1];
  const options = { events: "runs", table: true } as FormOptions;
  await beginForms(options, plan, world, { events: begins, table: form, other: begins });
  assert.deepEqual(begun, [[plan, { ...world, value: "runs" }]]);
});

Deno.test("writeForms() writes nothing that is not asked for", async () => {
  const written: [string, FormTarget][] = [];
  await writeForms({ table: false } as FormOptions, made, world, makeForms(written));
  assert.deepEqual(written, []);
});

Deno.test("takeForms() takes what is a form and was said", () => {
  assert.deepEqual(takeForms({ npy: true, quiet: true } as FormOptions), { npy: true });
  assert.deepEqual(takeForms({}), {});
});
