import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { TranslationProvider } from "#app/components/translation.tsx";
import { translations } from "#app/i18n/translate-on-server.ts";
import { languageContext, nonceContext, reportContext } from "#app/server/context.ts";

const renderTimeoutMs = 10_000;

/** Renders a page whole before the first byte leaves: every page is small, and a fault can still become a status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <TranslationProvider t={translations[context.get(languageContext)]}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </TranslationProvider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          pipe(body);
          clearTimeout(timeout);
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
          );
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          context.get(reportContext)(error);
        },
      },
    );
    const timeout = setTimeout(abort, renderTimeoutMs);
  });
}

/** Loaders and actions that threw; a request that its reader gave up is none of our faults. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (!request.signal.aborted) context.get(reportContext)(error);
}
