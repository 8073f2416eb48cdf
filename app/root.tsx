import "#app/styles/app.css";
import type { ReactNode } from "react";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "react-router";
import { useTranslate } from "#app/components/translation.tsx";
import { guarded } from "#app/server/guard.ts";
import type { Route } from "./+types/root";

export const loader = guarded("catalogue.read", async ({ actor, app, language }) => ({
  language,
  demo: app.demo,
  person: actor.kind === "person" ? { name: actor.name, organisation: actor.organisation.name } : null,
}));

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const t = useTranslate();
  return (
    <html lang={data?.language ?? t.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App(_: Route.ComponentProps) {
  return <Outlet />;
}
