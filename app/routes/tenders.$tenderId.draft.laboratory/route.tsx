import { useRef } from "react";
import { Form, Link, useFetcher, useLocation } from "react-router";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { readLaboratoryForm } from "#app/server/laboratory-form.ts";
import { readLaboratory } from "#app/services/laboratory/read-laboratory.ts";
import { cancelSimulation, startSimulation } from "#app/services/laboratory/simulate.ts";
import type { Route } from "./+types/route";
import { BidTable } from "./bid-table.tsx";
import { Effects } from "./effects.tsx";
import { ModelLinter } from "./model-linter.tsx";
import type { LaboratoryData } from "./page-data.ts";
import { Ranking } from "./ranking.tsx";
import { SimulatedMarkets } from "./simulated-markets.tsx";

export const loader = guarded("tender.draft.read", async ({ app, actor, params, request }) => {
  const form = readLaboratoryForm(request);
  const page = expectValue(await readLaboratory(app, actor, param(params, "tenderId"), form));
  const { seed, count, spreadPercent, parting } = form;
  return { page, form: { seed, count, spreadPercent, parting } };
});

/** Starts or stops a simulation; the page then shows how far it is. */
export const action = guarded("tender.draft.read", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const form = await request.formData();
  const { seed, spreadPercent } = readLaboratoryForm(request);
  const done =
    form.get("intent") === "cancel"
      ? await cancelSimulation(app, actor, tenderId)
      : await startSimulation(app, actor, tenderId, { seed, spreadPercent });
  return done.ok ? { faults: [] } : refused(done.faults);
});

export default function Laboratory({ loaderData }: Route.ComponentProps) {
  const t = useTranslate();
  const { search } = useLocation();
  return (
    <>
      <PageHeader title={t("laboratory.title")} lead={t("laboratory.lead")} />
      {loaderData.page.missing.length > 0 ? (
        <Missing missing={loaderData.page.missing} />
      ) : (
        <>
          <Trial key={search} loaded={loaderData} />
          <SimulatedMarkets page={loaderData.page} />
        </>
      )}
      <ModelLinter page={loaderData.page} />
    </>
  );
}

/** How long one rests between two keys before the ranking follows. */
const restMs = 200;

/** The table one types in and what the model makes of it. Typing asks the server; without script the button does. */
function Trial({ loaded }: { loaded: LaboratoryData }) {
  const { pathname } = useLocation();
  const fetcher = useFetcher<typeof loader>();
  const { page } = fetcher.data ?? loaded;
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = (form: HTMLFormElement) => {
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      const typed = new URLSearchParams(
        [...new FormData(form)].map(([name, value]) => [name, String(value)]),
      );
      void fetcher.load(`${pathname}?${typed}`);
    }, restMs);
  };
  return (
    <>
      <Form
        method="get"
        preventScrollReset
        className="printed"
        onInput={({ currentTarget, target }) => {
          if (target instanceof HTMLInputElement && target.name.includes(".")) follow(currentTarget);
        }}
      >
        <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_19rem]">
          <BidTable data={loaded} faults={page.faults} />
          <Ranking page={page} />
        </div>
      </Form>
      {page.outcome && <Effects page={page} outcome={page.outcome} />}
    </>
  );
}

const mending = {
  expected_price: { to: "../settings", words: "laboratory.missing.toSettings" },
  shoulds: { to: "../pick", words: "laboratory.missing.toPick" },
  model: { to: "../evaluation", words: "laboratory.missing.toModel" },
} as const;

function Missing({ missing }: { missing: LaboratoryData["page"]["missing"] }) {
  const t = useTranslate();
  return (
    <section className="rounded-md border border-line bg-surface p-6">
      <h2 className="mb-2 text-lg">{t("laboratory.missing.title")}</h2>
      <ul>
        {missing.map((reason) => (
          <li key={reason}>
            {t(`laboratory.missing.${reason}`)}{" "}
            <Link to={mending[reason].to} relative="path">
              {t(mending[reason].words)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
