import { formatWeekday } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { StandstillDay } from "#app/domain/award/standstill-calendar.ts";

const looks = {
  outside: "text-ink-quiet opacity-60",
  sent: "bg-sunken font-semibold",
  counted: "bg-accent-soft",
  moved: "bg-accent-soft text-ink-quiet",
  last: "bg-accent text-on-accent font-semibold",
  sign: "border-2 border-accent font-semibold",
} as const;

/** The standstill as weeks: what a day is stands in words in its cell. */
export function StandstillCalendar({ weeks }: { readonly weeks: readonly (readonly StandstillDay[])[] }) {
  const t = useTranslate();
  const words = ({ kind, because }: StandstillDay): string => {
    if (kind === "moved") {
      return because === null || because === "weekend" ? t("award.standstill.free") : because[t.language];
    }
    return kind === "sent" || kind === "last" || kind === "sign" ? t(`award.standstill.${kind}`) : "";
  };
  return (
    <table className="mt-4 w-full table-fixed border-separate border-spacing-1 text-sm">
      <caption className="sr-only">{t("award.standstill.calendar")}</caption>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <td key={day.date} className={`h-14 rounded-md p-1 align-top ${looks[day.kind]}`}>
                <span className="block whitespace-nowrap">{formatWeekday(day.date, t.language)}</span>
                <span className="block hyphens-auto break-words text-xs leading-4">{words(day)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
