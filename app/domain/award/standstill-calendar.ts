import { Temporal } from "temporal-polyfill";
import type { Standstill } from "#app/domain/award/standstill.ts";
import type { Text } from "#app/domain/language.ts";

export interface StandstillDay {
  readonly date: string;
  /** `outside` fills the first and last week up. */
  readonly kind: "outside" | "sent" | "counted" | "moved" | "last" | "sign";
  /** Why the last day was moved past this one. */
  readonly because: Text | "weekend" | null;
}

/** The weeks of a standstill, Monday first, from the letters to the first day on which the contract may be signed. */
export function standstillWeeks({
  sentOn,
  lastDay,
  signFrom,
  movedPast,
}: Standstill): readonly StandstillDay[][] {
  const [first, last] = [Temporal.PlainDate.from(sentOn), Temporal.PlainDate.from(signFrom)];
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const sunday = last.add({ days: 7 - last.dayOfWeek });
  const kindOf = (date: string): StandstillDay["kind"] => {
    if (date === sentOn) return "sent";
    if (date === lastDay) return "last";
    if (date === signFrom) return "sign";
    if (date < sentOn || date > signFrom) return "outside";
    return movedPast.some((moved) => moved.date === date) ? "moved" : "counted";
  };
  const weeks: StandstillDay[][] = [];
  for (let day = monday; Temporal.PlainDate.compare(day, sunday) <= 0; day = day.add({ days: 1 })) {
    const date = day.toString();
    if (day.dayOfWeek === 1) weeks.push([]);
    const because = movedPast.find((moved) => moved.date === date)?.because ?? null;
    weeks.at(-1)?.push({ date, kind: kindOf(date), because });
  }
  return weeks;
}
