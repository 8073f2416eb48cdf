import { formatWeekday } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { StandstillDay } from "#app/domain/award/standstill-calendar.ts";

const looks = {
  outside: "text-ink-quiet",
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
      <thead>
        <tr>
          {weeks[0]?.map(({ date }) => (
            <th key={date} scope="col" className="px-1 text-start font-normal text-ink-quiet">
              {formatWeekday(date, t.language).split(" ")[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <td key={day.date} className={`rounded-md p-1 align-top sm:h-14 ${looks[day.kind]}`}>
                {Number(day.date.slice(8))}
                {/* On a phone the sentence above says it. */}
                <span className="block text-xs leading-4 max-sm:sr-only">{words(day)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
