import type { Actor } from "#app/domain/account/actor.ts";
import { isRelative } from "#app/domain/evaluation/model-tiers.ts";
import { type Fault, type Result, success } from "#app/domain/fault.ts";
import { type PlacedCurves, placeCurves } from "#app/domain/laboratory/curve-picture.ts";
import { type Examination, examineBids } from "#app/domain/laboratory/examine-bids.ts";
import { drawBids, readBids, type TypedBid } from "#app/domain/laboratory/fictitious-bids.ts";
import { laboratoryCase, withBids } from "#app/domain/laboratory/laboratory-case.ts";
import {
  type LaboratoryPart,
  laboratoryParts,
  type Parting,
} from "#app/domain/laboratory/laboratory-part.ts";
import { modelFindings } from "#app/domain/laboratory/model-findings.ts";
import {
  type BrokenRule,
  byRule,
  type KeptRule,
  keptBy,
  referenceOf,
} from "#app/domain/laboratory/model-rules.ts";
import {
  largestPart,
  type PriceCurve,
  type PriceWithoutEffect,
  priceCurves,
  priceWithoutEffect,
  type QualityCost,
  qualityCosts,
} from "#app/domain/laboratory/price-effect.ts";
import { type PriceRange, priceRange } from "#app/domain/laboratory/price-range.ts";
import type { Text } from "#app/domain/language.ts";
import { toDecimal } from "#app/domain/money/decimal.ts";
import { halfUp } from "#app/domain/money/half-up.ts";
import type { Finding } from "#app/domain/tender/finding.ts";
import { type ModelUnits, unitsOf } from "#app/domain/tender/model-units.ts";
import type { Application } from "#app/services/application.ts";
import { type SimulationView, viewSimulation } from "#app/services/laboratory/read-simulation.ts";
import { simulatedMarkets } from "#app/services/laboratory/simulate.ts";
import { readDraft } from "#app/services/tender/read-draft.ts";
import { pageOfPath } from "#app/services/tender/read-draft-outline.ts";

export interface LaboratoryQuery {
  readonly seed: number;
  readonly count: number;
  /** Prices are drawn so many percent below and above the expected one. */
  readonly spreadPercent: number;
  readonly parting: Parting;
  /** What stands in the table's fields, by `<bid>.price` and `<bid>.<part>`; empty draws bids from the seed. */
  readonly typed: ReadonlyMap<string, string>;
}

export interface ShownPart {
  readonly id: string;
  readonly title: Text;
  /** Points or SEK at full share, decimal string. */
  readonly worth: string;
}

/** What the bids give; null while a field is faulty. */
export interface LaboratoryOutcome extends Examination {
  readonly costs: readonly QualityCost[];
  readonly largestPart: ShownPart | null;
  readonly curves: readonly PriceCurve[];
  readonly picture: PlacedCurves;
}

/** A finding with the page of the draft on which to mend it. */
type PlacedFinding = Finding & { readonly href: string };

export interface LaboratoryPage {
  readonly units: ModelUnits;
  /** Whether a bid's result depends on other bids. */
  readonly relative: boolean;
  readonly parts: readonly ShownPart[];
  /** Why the model cannot be tried yet; empty when it can. */
  readonly missing: readonly ("expected_price" | "shoulds" | "model")[];
  readonly bids: readonly TypedBid[];
  readonly faults: readonly Fault[];
  readonly outcome: LaboratoryOutcome | null;
  readonly withoutEffect: PriceWithoutEffect | null;
  /** What the model linter says, by rule: of the draft, and of the markets once they are simulated. */
  readonly broken: readonly BrokenRule<PlacedFinding>[];
  /** Rules that the model keeps by its making. */
  readonly kept: readonly { readonly rule: KeptRule; readonly reference: string | null }[];
  readonly simulation: SimulationView;
  /** How many markets a simulation draws. */
  readonly simulatedMarkets: number;
  /** Titles of all shoulds by id. */
  readonly titles: Readonly<Record<string, Text>>;
}

/** The laboratory of a draft: its model tried on fictitious bids. Writes nothing. Faults as `readDraft`. */
export async function readLaboratory(
  app: Application,
  actor: Actor,
  tenderId: string,
  query: LaboratoryQuery,
): Promise<Result<LaboratoryPage>> {
  const view = await readDraft(app, actor, tenderId);
  if (!view.ok) return view;
  const { draft, findings } = view.value;
  const simulation = viewSimulation(app, tenderId, draft);
  const parts = laboratoryParts(draft, query.parting);
  const shown = shownParts(app, parts);
  const range = priceRange(draft, query.spreadPercent);
  const model = laboratoryCase(draft, parts);
  const page = {
    units: unitsOf(draft.evaluation),
    relative: isRelative(draft.evaluation),
    parts: shown,
    withoutEffect: priceWithoutEffect(draft),
    broken: byRule(
      [
        ...findings.filter(({ ruleId }) => ruleId.startsWith("MOD-")),
        ...modelFindings(draft),
        ...(simulation.state === "done" ? simulation.findings : []),
      ].map(({ ruleId, severity, code, params, path }) => {
        return { ruleId, severity, code, params, path, href: hrefOf(path) };
      }),
    ),
    kept: keptBy(draft.evaluation).map((rule) => ({ rule, reference: referenceOf(rule) })),
    simulatedMarkets,
    simulation,
    titles: Object.fromEntries(draft.requirements.map(({ id, title }) => [id, title])),
  };
  const withoutShoulds = parts.length === 0 && draft.evaluation.type !== "lowest_price";
  if (range === null || withoutShoulds || !model.ok) {
    const missing = [
      ...(range === null ? (["expected_price"] as const) : []),
      ...(withoutShoulds ? (["shoulds"] as const) : []),
      ...(model.ok ? [] : (["model"] as const)),
    ];
    return success({ ...page, missing, bids: [], faults: [], outcome: null });
  }
  const bids = typedBids(parts, range, query);
  const read = readBids(bids, parts);
  if (!read.ok) return success({ ...page, missing: [], bids, faults: read.faults, outcome: null });
  const base = withBids(model.value, read.value);
  const largest = largestPart(parts);
  const curves = priceCurves(base, draft, read.value, range);
  return success({
    ...page,
    missing: [],
    bids,
    faults: [],
    outcome: {
      ...examineBids(draft.evaluation, base),
      costs: qualityCosts(draft, parts, read.value),
      largestPart: shown.find(({ id }) => id === largest?.id) ?? null,
      curves,
      picture: placeCurves(curves),
    },
  });
}

function hrefOf(path: string): string {
  const page = pageOfPath(path);
  return page === null ? `../requirements/${path.split(".")[1] ?? ""}` : `../${page}#${path}`;
}

/** Drawn from the seed; a field that was typed in stands above what is drawn, and an area's share goes for its shoulds. */
function typedBids(
  parts: readonly LaboratoryPart[],
  range: PriceRange,
  { count, seed, typed }: LaboratoryQuery,
): readonly TypedBid[] {
  return drawBids(parts, range, count, seed).map(({ id, price, shares }) => ({
    id,
    price: typed.get(`${id}.price`) ?? price,
    shares: Object.fromEntries(
      parts.map((part) => [
        part.id,
        typed.get(`${id}.${part.id}`) ?? typed.get(`${id}.${part.area}`) ?? shares[part.id] ?? "",
      ]),
    ),
  }));
}

const shownParts = ({ catalogue }: Application, parts: readonly LaboratoryPart[]): readonly ShownPart[] =>
  parts.map(({ id, title, worth }) => ({
    id,
    title: title ?? [...catalogue.areas].find(([area]) => area === id)?.[1].name ?? { sv: id, en: id },
    worth: toDecimal(worth, 2, halfUp),
  }));
