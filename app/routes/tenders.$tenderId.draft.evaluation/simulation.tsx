import { useEffect } from "react";
import { Form, useActionData, useRevalidator } from "react-router";
import { Button } from "#app/components/button.tsx";
import { CheckField } from "#app/components/choice-field.tsx";
import { formatNumber, formatPercent } from "#app/components/format.ts";
import { Icon } from "#app/components/icon.tsx";
import { Progress } from "#app/components/progress.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import type { EvaluationData } from "./page-data.ts";

/**
 * How often other bids decide, and the buyer's acknowledgement of it where the model is relative. The figures are those of
 * the server's simulation; the form only says that they have been read.
 */
export function Simulation({ data }: { data: EvaluationData }) {
  const t = useTranslate();
  const { relative, simulation, recorded, recordedState, mayEdit, version } = data;
  const faults = useActionData<{ faults: readonly Fault[] }>()?.faults ?? [];
  const markets = formatNumber(String(data.simulatedMarkets), t.language);
  const ofStanding = simulation.state === "done" && !simulation.outdated ? simulation : null;
  const given = recordedState === "current" ? recorded : null;
  const figures = given ?? ofStanding?.figures;
  return (
    <section
      id="evaluation.simulation"
      aria-labelledby="simulation"
      className={relative ? "rounded-md border-2 border-warning p-4" : ""}
    >
      <h2 id="simulation" className="mb-2 text-lg">
        {t(relative ? "tender.evaluation.simulation.relative" : "tender.evaluation.simulation.absolute")}
      </h2>
      <p className="mb-3 max-w-measure">
        {relative
          ? t("tender.evaluation.simulation.relativeText", { markets })
          : t("tender.evaluation.simulation.absoluteText")}
      </p>
      <Recorded data={data} />

      {figures && <Figures figures={figures} />}
      {mayEdit && given === null && ofStanding !== null && (
        <Form method="post" preventScrollReset className="my-4 flex flex-col items-start gap-3">
          <input type="hidden" name="version" value={version} />
          {relative && (
            <div className="max-w-measure">
              <CheckField
                name="acknowledged"
                label={t("tender.evaluation.simulation.tick")}
                faults={faults}
              />
            </div>
          )}
          <Button name="intent" value="record" variant={relative ? "primary" : "secondary"}>
            {t(relative ? "tender.evaluation.simulation.acknowledge" : "tender.evaluation.simulation.record")}
          </Button>
        </Form>
      )}
      {mayEdit && given === null && <Run data={data} markets={markets} />}
    </section>
  );
}

/** Whether what was recorded still is of the model that stands. */
function Recorded({ data: { relative, recordedState } }: { data: EvaluationData }) {
  const t = useTranslate();
  if (recordedState === "none") return null;
  const current = recordedState === "current";
  const words = relative
    ? current
      ? "acknowledged"
      : "outdated"
    : current
      ? "recorded"
      : "outdatedAbsolute";
  return (
    <p role="status" className={`font-medium ${current ? "text-positive" : "text-danger"}`}>
      <Icon name={current ? "check" : "warning"} className="mr-1" />
      {t(`tender.evaluation.simulation.${words}`)}
    </p>
  );
}

type Figured = NonNullable<EvaluationData["recorded"]>;

function Figures({
  figures: { markets, seed, spreadPercent, awardFlips, orderChanges, flipPercent, orderPercent },
}: {
  figures: Figured;
}) {
  const t = useTranslate();
  const number = (value: number) => formatNumber(String(value), t.language);
  const fact = (name: string, count: number, percent: string) => (
    <div className="border-line border-t py-2">
      <dt className="text-ink-quiet text-sm">{name}</dt>
      <dd className="tabular-nums">
        <strong className="text-xl">{formatPercent(percent, t.language)}</strong>{" "}
        <span className="text-ink-quiet text-sm">
          {t("tender.evaluation.simulation.ofMarkets", { count: number(count), markets: number(markets) })}
        </span>
      </dd>
    </div>
  );
  return (
    <>
      <dl className="mt-3 grid gap-x-8 sm:grid-cols-2">
        {fact(t("tender.evaluation.simulation.flips"), awardFlips, flipPercent)}
        {fact(t("tender.evaluation.simulation.orders"), orderChanges, orderPercent)}
      </dl>
      <p className="text-ink-quiet text-sm">
        {t("tender.evaluation.simulation.made", { seed, spread: spreadPercent })}
      </p>
    </>
  );
}

/** Starts a simulation, shows how far it is, and stops it. */
function Run({ data: { simulation, version }, markets }: { data: EvaluationData; markets: string }) {
  const t = useTranslate();
  const { revalidate } = useRevalidator();
  const running = simulation.state === "running";
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void revalidate(), 500);
    return () => clearInterval(timer);
  }, [running, revalidate]);
  const button = (intent: "simulate" | "cancel", label: string) => (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="version" value={version} />
      <Button name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  );
  if (running) {
    return (
      <>
        <Progress
          label={t("laboratory.simulation.running")}
          done={simulation.done}
          total={simulation.markets}
          unit={t("laboratory.simulation.unit")}
          cancel={button("cancel", t("common.cancel"))}
        />
        <noscript>
          <a href="?">{t("laboratory.simulation.reload")}</a>
        </noscript>
      </>
    );
  }
  return (
    <div className="mt-3 flex flex-col items-start gap-2">
      {simulation.state === "failed" && (
        <p role="alert" className="font-medium text-warning">
          {t("laboratory.simulation.failed")}
        </p>
      )}
      {simulation.state === "done" && simulation.outdated && (
        <p className="text-warning">{t("tender.evaluation.simulation.changed")}</p>
      )}
      {button(
        "simulate",
        simulation.state === "done" && !simulation.outdated
          ? t("laboratory.simulation.again")
          : t("laboratory.simulation.run", { markets }),
      )}
    </div>
  );
}
