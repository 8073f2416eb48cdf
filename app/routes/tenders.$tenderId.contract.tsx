import { Outlet, useLocation, useParams } from "react-router";
import { SideList } from "#app/components/side-list.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param } from "#app/server/guard.ts";
import { authoriseContract } from "#app/services/contract/authorise-contract.ts";
import type { Route } from "./+types/tenders.$tenderId.contract";

export const loader = guarded("contract.read", async ({ app, actor, params }) =>
  expectValue(await authoriseContract(app, actor, param(params, "tenderId"))),
);

/** The frame of the contract's pages: what has come of it, and the records that it is judged by. */
export default function Contract({ loaderData: { pages } }: Route.ComponentProps) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const { tenderId } = useParams();
  const base = `/tenders/${tenderId}/contract`;
  const words = {
    calls: t("measurement.calls.title"),
    reports: t("records.title"),
    measurement: t("contract.figures"),
  };
  const item = (to: string, label: string) => ({ to, label, current: pathname === to });
  return (
    <div className="gap-10 lg:flex">
      <SideList
        label={t("contract.sections")}
        sections={[
          { title: null, items: [item(base, t("contract.title"))] },
          ...(pages.length === 0
            ? []
            : [
                {
                  title: t("contract.records"),
                  items: pages.map((page) => item(`${base}/${page}`, words[page])),
                },
              ]),
        ]}
      />
      <div className="min-w-0 grow">
        <Outlet />
      </div>
    </div>
  );
}
