import assert from "node:assert/strict";
import { openReload } from "../../../src/host/serve/reload.ts";

const POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'";

const PAGE = `<!doctype html>
<html><head>
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
</head><body>$& costs</body></html>`;

Deno.test("equip() lets a page connect to its server, and adds the script that does", () => {
  const page = openReload().equip(PAGE);
  assert.match(
    page,
    /content="connect-src 'self'; default-src 'none'; img-src[^"]*script-src 'self'"/,
  );
  assert.match(
    page,
    /<script src="\/\.convatlas\/reload\.js" data-build="0" defer><\/script>\n<\/head>/,
  );
  assert.match(page, /\$& costs/);
});

Deno.test("equip() tells a page of which build it is", () => {
  const reload = openReload();
  reload.tell();
  assert.match(reload.equip(PAGE), /data-build="1"/);
});
