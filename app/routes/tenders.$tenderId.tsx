import { NavLink, Outlet, useLocation } from "react-router";
import { Countdown } from "#app/components/countdown.tsx";
import { formatDateTime } from "#app/components/format.ts";
import { StageBar } from "#app/components/stage-bar.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { readTenderPage } from "#app/services/tender/read-tender-page.ts";
import type { Route } from "./+types/tenders.$tenderId";

export const loader = guarded("tender.read", async ({ app, actor, params }) =>
  expectValue(await readTenderPage(app, actor, param(params, "tenderId"))),
);

/** The frame of every page of a tender: its name, where it stands, how long is left, and where one may go. */
export default function Tender({ loaderData: page }: Route.ComponentProps) {
  const t = useTranslate();
  const { tenderId, title, caseNumber, stage, deadlineUs, serverNowUs, timezone, reach } = page;
  const atOverview = useLocation().pathname.replace(/\/$/, "") === `/tenders/${tenderId}`;
  const places = [
    ...(stage === "draft" ? [] : [{ to: `/tenders/${tenderId}`, words: t("tender.parts.overview") }]),
    ...reach.map((part) => ({ to: `/tenders/${tenderId}/${part}`, words: t(`tender.parts.${part}`) })),
  ];
  return (
    <>
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <p>
          {/* The overview says the name in its heading. */}
          {!atOverview && (
            <span className="mr-3 font-semibold text-lg">{title[t.language] || t("tender.untitled")}</span>
          )}
          {caseNumber !== "" && <span className="text-ink-quiet">{caseNumber}</span>}
        </p>
        {deadlineUs !== null && (
          <p className="text-ink-quiet text-sm">
            {formatDateTime(deadlineUs, t.language, timezone)}
            {stage === "published" && (
              <span className="ml-2 font-medium text-ink">
                <Countdown deadlineUs={deadlineUs} serverNowUs={serverNowUs} />
              </span>
            )}
          </p>
        )}
      </div>
      <StageBar stage={stage} />
      {places.length > 1 && (
        <nav aria-label={t("tender.parts.label")} className="mb-8 print:hidden">
          <ul className="flex flex-wrap gap-1">
            {places.map(({ to, words }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  end={to === `/tenders/${tenderId}`}
                  className={({ isActive }) =>
                    `block rounded-md px-3 py-1.5 no-underline hover:bg-sunken ${
                      isActive ? "bg-accent-soft font-semibold text-accent" : "text-ink"
                    }`
                  }
                >
                  {words}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Outlet />
    </>
  );
}
