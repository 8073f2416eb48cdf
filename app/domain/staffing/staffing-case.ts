import { Fields } from "#app/domain/evaluation/case/fields.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";
import { divide, type Fraction, fraction, toExact, wholeNumber } from "#app/domain/money/fraction.ts";
import { erlangA } from "#app/domain/staffing/erlang-a.ts";
import { blocking, trunksNeeded } from "#app/domain/staffing/erlang-b.ts";
import { agentsNeeded, erlangC, type Queue, rostered } from "#app/domain/staffing/erlang-c.ts";
import {
  notNegative,
  positive,
  readPatience,
  readTraffic,
  servers,
  shareBelowOne,
} from "#app/domain/staffing/staffing-fields.ts";
import { approximate } from "#app/domain/staffing/traffic.ts";

/** The fields of a case's `expected`, as JSON. */
type StaffingAnswer = Readonly<Record<string, unknown>>;

/** Reads a model's inputs and returns the computation, which is only run when the whole case has no faults. */
type StaffingModel = (inputs: Fields) => () => StaffingAnswer;

const models: Readonly<Record<string, StaffingModel>> = {
  "erlang-b": erlangBCase,
  "erlang-b-trunks": trunksCase,
  "erlang-c": erlangCCase,
  "erlang-c-staffing": staffingCase,
  "erlang-a": erlangACase,
};

/** Reads unchecked JSON as a staffing case (`model`, `inputs`) and computes it, or gives all its faults with their paths. */
export function computeStaffing(unchecked: unknown): Result<StaffingAnswer> {
  const faults: Fault[] = [];
  const fields = new Fields(unchecked, "", faults);
  fields.ignore("id", "source", "expected", "note", "published");
  // How the published results were made and how closely they agree.
  fields.ignore("float64_recurrence", "routes", "rel_diff_high_precision", "rel_diff_float", "rel_tol");
  const name = fields.text("model");
  if (name === "") return failure(...faults);
  const model = Object.hasOwn(models, name) ? models[name] : undefined;
  if (model === undefined) fields.fault("unknown_model", "model");
  const inputs = fields.object("inputs");
  const compute = model?.(inputs);
  fields.finish();
  if (compute === undefined) return failure(...faults);
  inputs.finish();
  return faults.length > 0 ? { ok: false, faults } : success(compute());
}

function erlangBCase(inputs: Fields): ReturnType<StaffingModel> {
  const offered = notNegative(inputs, "offered_erlang");
  const trunks = servers(inputs, "trunks", 0);
  return () => ({ blocking: decimal(blocking(offered, trunks)) });
}

function trunksCase(inputs: Fields): ReturnType<StaffingModel> {
  const offered = readTraffic(inputs, positive(inputs, "trunk_holding_s"));
  const largest = shareBelowOne(inputs, "max_blocking");
  return () => {
    const trunks = trunksNeeded(offered, largest);
    return {
      offered_erlang: toExact(offered),
      trunks,
      blocking: decimal(blocking(offered, trunks)),
      blocking_one_less: decimal(blocking(offered, trunks - 1)),
    };
  };
}

function erlangCCase(inputs: Fields): ReturnType<StaffingModel> {
  const queue = readQueue(inputs, () => notNegative(inputs, "offered_erlang"));
  const agents = servers(inputs, "agents", 0);
  return () => {
    const waiting = erlangC(queue, agents);
    return {
      stable: waiting !== null,
      p_wait: decimal(waiting?.waits ?? 1),
      service_level: decimal(waiting?.serviceLevel ?? 0),
      asa_s: waiting && decimal(waiting.meanWait),
      occupancy: waiting && occupancy(queue.offered, agents),
    };
  };
}

const shrinkage = fraction(30n, 100n);

function staffingCase(inputs: Fields): ReturnType<StaffingModel> {
  const queue = readQueue(inputs, (handling) => readTraffic(inputs, handling));
  const target = shareBelowOne(inputs, "target");
  return () => {
    const agents = agentsNeeded(queue, target);
    return {
      offered_erlang: toExact(queue.offered),
      agents,
      service_level: decimal(erlangC(queue, agents)?.serviceLevel ?? 0),
      service_level_one_less: decimal(erlangC(queue, agents - 1)?.serviceLevel ?? 0),
      occupancy: occupancy(queue.offered, agents),
      rostered_at_30pct_shrinkage: rostered(agents, shrinkage),
    };
  };
}

function erlangACase(inputs: Fields): ReturnType<StaffingModel> {
  const queue = readQueue(inputs, (handling) => readTraffic(inputs, handling));
  const patience = readPatience(inputs, queue);
  const agents = servers(inputs, "agents", 1);
  return () => {
    const waiting = erlangA({ ...queue, patience }, agents);
    const inTime = 1 - waiting.notAnsweredWithinLimit;
    return {
      p_wait: decimal(waiting.waits),
      p_abandon: decimal(waiting.abandons),
      mean_wait_all_s: decimal(waiting.abandons * approximate(patience)),
      occupancy: decimal(Math.min((approximate(queue.offered) * waiting.answered) / agents, 1)),
      sl_answered_in_T_over_offered: decimal(inTime),
      p_abandon_within_T: decimal(waiting.abandonsWithinLimit),
      sl_ignore_abandon_within_T: decimal(inTime / (1 - waiting.abandonsWithinLimit)),
      sl_positive_abandon: decimal(inTime + waiting.abandonsWithinLimit),
      sl_over_answered: decimal(inTime / waiting.answered),
      p_virtual_wait_le_T: decimal(1 - waiting.virtualWaitAboveLimit),
    };
  };
}

function readQueue(inputs: Fields, traffic: (handling: Fraction) => Fraction): Queue {
  const handling = positive(inputs, "aht_s");
  return { offered: traffic(handling), handling, threshold: notNegative(inputs, "threshold_s") };
}

const occupancy = (offered: Fraction, agents: number): string =>
  decimal(approximate(divide(offered, wholeNumber(agents))));

/** The shortest decimal that gives the same double back: up to 17 digits, and fewer only where no more are needed. */
const decimal = (value: number): string => String(value);
