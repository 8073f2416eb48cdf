import type { Actor } from "#app/domain/account/actor.ts";
import type { ContractMonth, FollowedUp } from "#app/domain/contract/follow-up.ts";
import { type Result, success } from "#app/domain/fault.ts";
import type { Text } from "#app/domain/language.ts";
import type { VerdictKind } from "#app/domain/measurement/verdict.ts";
import { toFixedDecimal } from "#app/domain/money/decimal.ts";
import { type Fraction, sum, toExact } from "#app/domain/money/fraction.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { Application } from "#app/services/application.ts";
import { readContract } from "#app/services/contract/read-contract.ts";

/** Money for the eye, and as it is. */
interface Money {
  readonly shown: string;
  readonly exact: string;
}

export interface MonthRow {
  readonly month: string;
  /** How many requirements have each verdict. */
  readonly counts: Readonly<Record<VerdictKind, number>>;
  readonly credit: {
    readonly fee: Money;
    readonly percent: string;
    readonly cap: string;
    readonly amount: Money;
  } | null;
  readonly termination: readonly string[];
}

export interface RequirementRow
  extends Pick<
    FollowedUp,
    | "requirement"
    | "verdict"
    | "shown"
    | "numerator"
    | "denominator"
    | "coverage"
    | "promise"
    | "promiseKept"
    | "step"
    | "missedInARow"
  > {
  readonly title: Text;
  /** `≥`, `>`, `≤`, `<` as code, the limit and its unit. */
  readonly comparator: string;
  readonly threshold: string;
  readonly unit: Text;
}

export interface ContractPage {
  readonly tenderId: string;
  readonly supplier: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly mayImport: boolean;
  readonly months: readonly MonthRow[];
  readonly month: string | null;
  readonly requirements: readonly RequirementRow[];
  /** One requirement month by month, for the bars: the first that has a schedule, else the first of all. */
  readonly shown: {
    readonly id: string;
    readonly title: Text;
    readonly threshold: string;
    readonly unit: Text;
    readonly direction: "higher" | "lower";
    readonly values: readonly (string | null)[];
  } | null;
  readonly total: Money | null;
}

/** What the follow-up page shows; `month` is that asked for, else the last one with data, else the last. */
export async function readContractPage(
  app: Application,
  actor: Actor,
  tenderId: string,
  asked: { readonly month: string | null; readonly requirement: string | null },
): Promise<Result<ContractPage>> {
  const read = await readContract(app, actor, tenderId);
  if (!read.ok) return read;
  const { conclusion, mayImport, months, followed, publication } = read.value;
  const chosen =
    months.find(({ month }) => month === asked.month) ??
    months.findLast(({ requirements }) => requirements.some(({ verdict }) => verdict !== "no_data")) ??
    months.at(-1);
  const { steps } = publication.content.serviceCredits;
  const drawn =
    followed.find(({ id }) => id === asked.requirement) ??
    followed.find(({ id }) => steps.some(({ requirement }) => requirement === id)) ??
    followed[0];
  const unitOf = (id: string): Text => {
    const { symbol, plural } = app.catalogue.units.get(id) ?? {};
    return symbol ? { sv: symbol, en: symbol } : (plural ?? { sv: "", en: "" });
  };
  const credits = months.flatMap(({ credit }) => (credit === null ? [] : [credit.amount]));
  return success({
    tenderId,
    supplier: conclusion.supplier.name,
    startsOn: conclusion.starts_on,
    endsOn: conclusion.ends_on,
    mayImport,
    months: months.map(monthRow),
    month: chosen?.month ?? null,
    requirements: (chosen?.requirements ?? []).flatMap((row): RequirementRow[] => {
      const requirement = followed.find(({ id }) => id === row.requirement);
      const { measure, title } = requirement ?? {};
      if (measure == null || title === undefined) return [];
      const { value: _, month: __, reason: ___, ...shown } = row;
      return [
        {
          ...shown,
          title,
          comparator: measure.comparator ?? "",
          threshold: measure.threshold ?? "",
          unit: unitOf(measure.unit),
        },
      ];
    }),
    shown:
      drawn?.measure?.threshold == null
        ? null
        : {
            id: drawn.id,
            title: drawn.title,
            threshold: drawn.measure.threshold,
            unit: unitOf(drawn.measure.unit),
            direction: drawn.measure.comparator?.startsWith(">") ? "higher" : "lower",
            values: months.map(
              ({ requirements }) =>
                requirements.find(({ requirement }) => requirement === drawn.id)?.shown ?? null,
            ),
          },
    total: steps.length === 0 ? null : money(sum(credits)),
  });
}

const money = (value: Fraction): Money => ({
  shown: toFixedDecimal(value, 2, halfUp),
  exact: toExact(value),
});

function monthRow({ month, requirements, credit, termination }: ContractMonth): MonthRow {
  const count = (kind: VerdictKind) => requirements.filter(({ verdict }) => verdict === kind).length;
  return {
    month,
    counts: {
      verified: count("verified"),
      refuted: count("refuted"),
      undetermined: count("undetermined"),
      no_data: count("no_data"),
    },
    credit: credit && {
      fee: money(credit.fee),
      percent: toExact(credit.percent),
      cap: toExact(credit.cap),
      amount: money(credit.amount),
    },
    termination,
  };
}
