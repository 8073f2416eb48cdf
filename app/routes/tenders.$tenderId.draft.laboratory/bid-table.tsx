import type { ReactNode } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { inputLook } from "#app/components/field.tsx";
import { formatMoney, formatNumber } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";
import type { LaboratoryData } from "./page-data.ts";

/** Bids as columns, price and parts as rows. The fields keep what is typed; the page is made anew when bids are drawn. */
export function BidTable({
  data: { page, form },
  faults,
}: {
  data: LaboratoryData;
  faults: readonly Fault[];
}) {
  const t = useTranslate();
  const { bids, parts, units } = page;
  const worth = (value: string) =>
    units.worth === "points"
      ? t("laboratory.worthPoints", { worth: formatNumber(value, t.language) })
      : formatMoney(value, t.language);
  const cells = (name: string, label: string, value: (bid: (typeof bids)[number]) => string, wide = false) =>
    bids.map((bid) => (
      <td key={bid.id} className="numeric px-1.5!">
        <Typed name={`${bid.id}.${name}`} label={`${label}, ${bid.id}`} faults={faults} wide={wide}>
          {value(bid)}
        </Typed>
      </td>
    ));
  return (
    <section aria-labelledby="bids" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="bids" className="text-xl">
          {t("laboratory.bids")}
        </h2>
        <Partings parting={form.parting} />
      </div>
      <input type="hidden" name="seed" value={form.seed} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-labelledby="bids" tabIndex={0} className="data-table max-h-none!">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("laboratory.stability.part")}</th>
              {bids.map(({ id }) => (
                <th key={id} scope="col" className="numeric px-1.5!">
                  {t("laboratory.bid", { id })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                {t("laboratory.price")} <span className="font-normal text-ink-quiet">(kr)</span>
              </th>
              {cells("price", t("laboratory.price"), ({ price }) => grouped(price), true)}
            </tr>
            {parts.map(({ id, title, worth: full }) => (
              <tr key={id}>
                <th scope="row">
                  {title[t.language]}
                  <span className="block font-normal text-ink-quiet text-sm">{worth(full)}</span>
                </th>
                {cells(id, title[t.language], ({ shares }) => shares[id] ?? "")}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-2 text-ink-quiet text-sm">{t("laboratory.shareHint")}</p>
      <Drawing form={form} />
    </section>
  );
}

function Typed({
  name,
  label,
  faults,
  wide,
  children,
}: {
  name: string;
  label: string;
  faults: readonly Fault[];
  wide: boolean;
  children: string;
}) {
  const t = useTranslate();
  const faulty = faults.some(({ place }) => place?.field === name);
  return (
    <input
      id={name}
      name={name}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={faulty || undefined}
      aria-describedby={faulty ? "bid-faults" : undefined}
      defaultValue={t.language === "sv" ? children.replace(".", ",") : children}
      className={`${inputLook} ml-auto px-2! text-end ${wide ? "w-28" : "w-16"}`}
    />
  );
}

/** Which bids are drawn next. The button only computes what is typed; it is all there is without script. */
function Drawing({ form: { seed, count, spreadPercent, parting } }: { form: LaboratoryData["form"] }) {
  const t = useTranslate();
  const small = (name: string, label: string, value: number, min: number, max: number): ReactNode => (
    <label className="flex items-center gap-2 text-sm">
      {label}
      <input
        name={name}
        type="number"
        min={min}
        max={max}
        defaultValue={value}
        className={`${inputLook} w-18 px-2`}
      />
    </label>
  );
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
      {small("count", t("laboratory.count"), count, 2, 6)}
      {small("spread", t("laboratory.spread"), spreadPercent, 0, 90)}
      <Button name="per" value={parting}>
        {t("laboratory.compute")}
      </Button>
      <ButtonLink
        variant="quiet"
        preventScrollReset
        to={`?${new URLSearchParams({ seed: String(seed + 1), count: String(count), spread: String(spreadPercent), per: parting })}`}
      >
        {t("laboratory.draw")}
      </ButtonLink>
      <span className="text-ink-quiet text-sm">{t("laboratory.seed", { seed })}</span>
    </div>
  );
}

function Partings({ parting }: { parting: LaboratoryData["form"]["parting"] }) {
  const t = useTranslate();
  const other = parting === "area" ? "requirement" : "area";
  return (
    <Button name="per" value={other} variant="quiet" className="print:hidden">
      {t(other === "area" ? "laboratory.byArea" : "laboratory.byRequirement")}
    </Button>
  );
}

/** Thousands apart by a blank that does not break, which reading the form takes away again. */
const grouped = (price: string): string => price.replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0");
