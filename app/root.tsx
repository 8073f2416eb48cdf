import "#app/styles/app.css";
import type { ReactNode } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "react-router";
import { ErrorPage } from "#app/components/error-page.tsx";
import { SiteFooter } from "#app/components/site-footer.tsx";
import { SiteHeader } from "#app/components/site-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { textsPath } from "#app/i18n/texts.ts";
import { requestIdContext } from "#app/server/context.ts";
import { guarded } from "#app/server/guard.ts";
import type { Route } from "./+types/root";

export const loader = guarded("catalogue.read", async ({ actor, app, language, context }) => ({
  language,
  texts: textsPath(language),
  demo: app.demo,
  requestId: context.get(requestIdContext),
  person:
    actor.kind === "person"
      ? {
          name: actor.name,
          organisation: actor.organisation.name,
          kind: actor.organisation.kind,
          roles: actor.roles,
        }
      : null,
}));

/** What a route may export as `handle`: `wide` lets a table use the whole window. */
export interface RouteHandle {
  readonly wide?: boolean;
}

const favicon =
  "data:image/svg+xml," +
  "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%230b4f59'/%3E" +
  "%3Cpath d='M8 17l5 6 11-14' fill='none' stroke='%23fff' stroke-width='4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const t = useTranslate();
  const wide = useMatches().some(({ handle }) => (handle as RouteHandle | undefined)?.wide === true);
  return (
    <html lang={data?.language ?? t.language} data-texts={data?.texts}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={favicon} />
        {data && <link rel="preload" as="fetch" href={data.texts} crossOrigin="anonymous" />}
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-screen flex-col">
        <a href="#content" className="skip-link rounded-md bg-accent px-4 py-2 text-on-accent">
          {t("common.skipToContent")}
        </a>
        {data?.demo && (
          <p className="bg-warning-soft px-4 py-1.5 text-center text-sm">{t("common.invented")}</p>
        )}
        <SiteHeader person={data?.person ?? null} />
        <main
          id="content"
          tabIndex={-1}
          className={`mx-auto w-full flex-1 px-4 py-8 sm:px-6 ${wide ? "max-w-none" : "max-w-page"}`}
        >
          {children}
        </main>
        <SiteFooter />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const data = useRouteLoaderData<typeof loader>("root");
  const response = isRouteErrorResponse(error) ? error : null;
  return (
    <ErrorPage status={response?.status ?? 500} data={response?.data} requestId={data?.requestId ?? "–"} />
  );
}
