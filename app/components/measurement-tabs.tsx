import { Link, useLocation, useParams } from "react-router";
import { useTranslate } from "#app/components/translation.tsx";

/** Pages of one response's measurements: for those who judge it by its id, for the vendor within the response. */
const tabs = {
  calls: { judged: "measurement", own: "measurement" },
  availability: { judged: "availability", own: "incidents" },
  staffing: { judged: "staffing", own: "staffing-plan" },
  reports: { judged: "reports", own: "key-figures" },
} as const;

/** The way between the pages of what was measured of one response. */
export function MeasurementTabs({ current }: { readonly current: keyof typeof tabs }) {
  const t = useTranslate();
  const { tenderId, responseId } = useParams();
  const { pathname } = useLocation();
  const base = `/tenders/${tenderId}`;
  const own = pathname.startsWith(`${base}/contract/`) ? "contract" : "respond";
  return (
    <nav aria-label={t("availability.tabs.label")} className="mb-8 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => (
          <li key={tab}>
            <Link
              to={
                responseId ? `${base}/${tabs[tab].judged}/${responseId}` : `${base}/${own}/${tabs[tab].own}`
              }
              aria-current={tab === current ? "page" : undefined}
              className={`inline-block border-b-2 py-2 no-underline ${
                tab === current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-ink-quiet hover:border-line-strong"
              }`}
            >
              {t(`availability.tabs.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
