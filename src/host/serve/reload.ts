import type { ServerResponse } from "node:http";

/** What lets the pages that are open load themselves anew; it stands in no file of the report. */
export interface Reload {
  /** Tells them that there is another report. */
  tell(): void;
  /** Answers where it is asked for something of its own, and says whether it was. */
  answer(pathname: string, response: ServerResponse): boolean;
  /** Gives the text of a page with what lets it load itself anew. */
  equip(page: string): string;
}

// No file of a report is hidden, so that none is called like these.
const SCRIPT_PATH = "/.convatlas/reload.js";
const EVENTS_PATH = "/.convatlas/events";

// A browser has few connections to a server, so that pages which nobody sees give theirs back.
const SCRIPT = `const { build } = document.currentScript.dataset;
let events = null;
function listen() {
  events?.close();
  events = new EventSource("${EVENTS_PATH}");
  events.onmessage = ({ data }) => data === build || location.reload();
}
document.addEventListener("visibilitychange", () => document.hidden ? events.close() : listen());
listen();
`;

const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

/** Opens what lets pages load themselves anew. */
export function openReload(): Reload {
  const listening = new Set<ServerResponse>();
  let build = 0;
  const tellBuild = (response: ServerResponse): void => void response.write(`data: ${build}\n\n`);
  return {
    tell: () => {
      build++;
      listening.forEach(tellBuild);
    },
    answer: (pathname, response) => {
      if (pathname === SCRIPT_PATH) {
        response.writeHead(200, { ...HEADERS, "Content-Type": "text/javascript; charset=utf-8" });
        response.end(SCRIPT);
      } else if (pathname === EVENTS_PATH) {
        response.writeHead(200, { ...HEADERS, "Content-Type": "text/event-stream" });
        listening.add(response);
        response.on("close", () => listening.delete(response));
        tellBuild(response);
      }
      return pathname === SCRIPT_PATH || pathname === EVENTS_PATH;
    },
    equip: (page) => equipPage(page, build),
  };
}

// The page's own policy lets it run scripts of the server, and connect to nothing.
function equipPage(page: string, build: number): string {
  return page
    .replace(/(?<=http-equiv="Content-Security-Policy" content=")/, "connect-src 'self'; ")
    .replace(
      "</head>",
      () => `<script src="${SCRIPT_PATH}" data-build="${build}" defer></script>\n</head>`,
    );
}
