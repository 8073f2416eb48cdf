import { type ReactNode, useEffect } from "react";
import { Form, useActionData, useLocation, useRevalidator } from "react-router";
import { Button } from "#app/components/button.tsx";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { FaultText } from "#app/components/field.tsx";
import { formatNumber, formatPercent } from "#app/components/format.ts";
import { Progress } from "#app/components/progress.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { LaboratoryAnswer, LaboratoryData } from "./page-data.ts";

type Simulation = LaboratoryData["page"]["simulation"];
type Done = Extract<Simulation, { state: "done" }>;

/** How the model behaves over thousands of markets; runs in a thread of the server and can be stopped. */
export function SimulatedMarkets({ page }: { page: LaboratoryData["page"] }) {
  const t = useTranslate();
  const { simulation } = page;
  const answer = useActionData<LaboratoryAnswer>();
  const running = simulation.state === "running";
  const { revalidate } = useRevalidator();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void revalidate(), 500);
    return () => clearInterval(timer);
  }, [running, revalidate]);
  const markets = formatNumber(String(page.simulatedMarkets), t.language);
  return (
    <section aria-labelledby="simulation" className="mt-10">
      <h2 id="simulation" className="text-xl">
        {t("laboratory.simulation.title")}
      </h2>
      <p className="mb-4 max-w-measure text-ink-quiet">{t("laboratory.simulation.text", { markets })}</p>
      <FaultText id="simulation-faults" faults={answer?.faults ?? []} />
      {running ? (
        <Progress
          label={t("laboratory.simulation.running")}
          done={simulation.done}
          total={simulation.markets}
          unit={t("laboratory.simulation.unit")}
          cancel={
            <Form method="post" preventScrollReset>
              <Button name="intent" value="cancel">
                {t("common.cancel")}
              </Button>
            </Form>
          }
        />
      ) : (
        <Form method="post" preventScrollReset>
          <Button name="intent" value="simulate">
            {simulation.state === "none"
              ? t("laboratory.simulation.run", { markets })
              : t("laboratory.simulation.again")}
          </Button>
        </Form>
      )}
      <noscript>{running && <a href={pathname + search}>{t("laboratory.simulation.reload")}</a>}</noscript>
      {simulation.state === "failed" && (
        <p role="alert" className="mt-3 font-medium text-warning">
          {t("laboratory.simulation.failed")}
        </p>
      )}
      {simulation.state === "done" && <Counts simulation={simulation} titles={page.titles} />}
    </section>
  );
}

function Counts({ simulation, titles }: { simulation: Done; titles: LaboratoryData["page"]["titles"] }) {
  const t = useTranslate();
  const { seed, markets, bids, spreadPercent, flips, orderChanges, ties, outdated } = simulation;
  const number = (value: number) => formatNumber(String(value), t.language);
  const percent = (value: string) => formatPercent(value, t.language, { maxDecimals: 1 });
  const of = (count: number) => `${number(count)} ${t("common.of")} ${number(markets)}`;
  const facts = {
    flips: of(flips),
    orders: of(orderChanges),
    lowest: percent(simulation.lowestPriceFirst.decimal),
    highest: percent(simulation.highestQualityFirst.decimal),
    ties: of(ties),
  };
  return (
    <div className="mt-4">
      {outdated && <p className="font-medium text-warning">{t("laboratory.simulation.outdated")}</p>}
      <p className="my-3 text-ink-quiet text-sm">
        {t("laboratory.simulation.made", {
          seed,
          markets: number(markets),
          bids: number(bids),
          spread: spreadPercent,
        })}
      </p>
      <dl className="mb-8 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-5">
        {(Object.keys(facts) as (keyof typeof facts)[]).map((name) => (
          <div key={name} className="border-line border-t py-2">
            <dt className="text-ink-quiet text-sm">{t(`laboratory.simulation.${name}`)}</dt>
            <dd className="font-semibold text-lg tabular-nums">{facts[name]}</dd>
          </div>
        ))}
      </dl>
      <Parts parts={simulation.parts} titles={titles} percent={percent} />
    </div>
  );
}

function Parts({
  parts,
  titles,
  percent,
}: {
  parts: Done["parts"];
  titles: LaboratoryData["page"]["titles"];
  percent: (value: string) => string;
}) {
  const t = useTranslate();
  const share = (id: "announced" | "effective" | "decides"): Column<Done["parts"][number]> => ({
    id,
    head: t(`laboratory.simulation.${id}`),
    numeric: true,
    cell: ({ [id]: value }) =>
      value ? (
        <Share percent={value.decimal} bar={id !== "announced"}>
          {percent(value.decimal)}
        </Share>
      ) : (
        "–"
      ),
  });
  const columns: Column<Done["parts"][number]>[] = [
    {
      id: "part",
      head: t("laboratory.simulation.part"),
      cell: ({ part }) => (part === null ? t("laboratory.price") : (titles[part]?.[t.language] ?? part)),
    },
    share("announced"),
    share("effective"),
    share("decides"),
  ];
  return (
    <>
      <h3 className="text-lg">{t("laboratory.simulation.parts")}</h3>
      <p className="mb-3 max-w-measure text-ink-quiet">{t("laboratory.simulation.partsText")}</p>
      <DataTable
        caption={t("laboratory.simulation.parts")}
        captionHidden
        columns={columns}
        rows={parts}
        rowKey={({ part }) => part ?? ""}
      />
    </>
  );
}

/** A number with its bar: the number says it, the bar lets one compare. */
function Share({ percent, bar, children }: { percent: string; bar: boolean; children: ReactNode }) {
  return (
    <span className="flex items-center justify-end gap-3">
      {bar && (
        <svg className="chart hidden max-w-32 sm:block" width="128" height="10" aria-hidden="true">
          <rect className="bar-met" width={`${percent}%`} height="10" />
        </svg>
      )}
      <span className="w-14">{children}</span>
    </span>
  );
}
