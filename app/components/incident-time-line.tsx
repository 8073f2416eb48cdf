import { useId, useState } from "react";
import { formatMoment } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { AvailabilityPage, DrawnIncident } from "#app/domain/availability/availability-page.ts";

const width = 960;
const lane = 40;
const nameHeight = 16;
const top = 18;
/** An outage of minutes in a month would be thinner than a line. */
const narrowest = 4;

const looks = {
  window: { className: "incident-window", behind: 0 },
  planned: { className: "", behind: 1 },
  buyer: { className: "incident-buyer", behind: 2 },
  partial: { className: "incident-partial", behind: 3 },
  outage: { className: "bar-missed", behind: 4 },
} as const satisfies Record<DrawnIncident["kind"], { className: string; behind: number }>;

export const incidentAnchor = (key: number): string => `incident-${key}`;

/**
 * One lane a system, one month wide. What was planned is hatched, what is still open has an arrow instead of an end.
 * Each incident is a link to its row in the table, so that the keyboard reaches it and its words are read out.
 */
export function IncidentTimeLine({ page }: { readonly page: AvailabilityPage }) {
  const t = useTranslate();
  const id = useId();
  const { systems, incidents, month, source } = page;
  const [first = 0, last = first] = [month.midnightsUs[0], month.midnightsUs.at(-1)];
  const x = (us: number) => Math.min(width, Math.max(0, ((us - first) / (last - first)) * width));
  const height = top + systems.length * lane;
  const [shown, setShown] = useState("");
  const drawn = incidents.toSorted((a, b) => looks[a.kind].behind - looks[b.kind].behind);
  return (
    <figure className="min-w-0">
      <figcaption id={`${id}c`} className="mb-2 text-ink-quiet">
        {t("availability.timeLineLead")}
      </figcaption>
      <div className="overflow-x-auto">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset; its links are reached one by one */}
        <svg
          className="chart min-w-[40rem]"
          role="group"
          aria-labelledby={`${id}c`}
          viewBox={`0 0 ${width} ${height}`}
        >
          <PlannedPattern id={id} />
          {month.midnightsUs.slice(0, -1).map((us, day) => (
            <g key={us}>
              <line className="axis" x1={x(us)} x2={x(us)} y1={top} y2={height} />
              {(day === 0 || (day + 1) % 5 === 0) && (
                <text x={x(us) + 2} y={top - 6} fontSize="11">
                  {day + 1}
                </text>
              )}
            </g>
          ))}
          {systems.map((system, row) => (
            <g key={system}>
              <text x="4" y={top + row * lane + 12} fontSize="12" className="strong">
                {system}
              </text>
              <line
                className="baseline"
                x1="0"
                x2={width}
                y1={top + (row + 1) * lane - 1}
                y2={top + (row + 1) * lane - 1}
              />
            </g>
          ))}
          {drawn.map((incident) => {
            const from = x(incident.fromUs);
            const to = x(incident.toUs ?? last);
            const y = top + systems.indexOf(incident.system) * lane + nameHeight;
            const at = (us: number) => formatMoment(us, t.language, source.zone);
            const words = [
              incident.system,
              incident.id,
              t(`availability.kinds.${incident.kind}`),
              `${at(incident.fromUs)} – ${incident.toUs === null ? t("availability.legend.open") : at(incident.toUs)}`,
            ]
              .filter((part) => part !== null)
              .join(", ");
            return (
              <a
                key={incident.key}
                href={`#${incidentAnchor(incident.key)}`}
                aria-label={words}
                className="incident"
                onFocus={() => setShown(words)}
                onPointerEnter={() => setShown(words)}
              >
                <title>{words}</title>
                <rect
                  x={Math.min(from, width - narrowest)}
                  y={y}
                  width={Math.max(narrowest, to - from)}
                  height={lane - nameHeight - 6}
                  className={looks[incident.kind].className}
                  {...(incident.kind === "planned" && { fill: `url(#${id}p)` })}
                />
                {incident.toUs === null && (
                  <path
                    className="incident-open"
                    d={`M${to - 8} ${y + 2}l7 ${(lane - nameHeight - 10) / 2}l-7 ${(lane - nameHeight - 10) / 2}z`}
                  />
                )}
              </a>
            );
          })}
        </svg>
      </div>
      {/* Its words are the link's own name already: nobody has to hear them twice. */}
      <p aria-hidden="true" className="mt-1 min-h-6 font-medium tabular-nums print:hidden">
        {shown}
      </p>
      <Legend id={id} kinds={new Set(incidents.map(({ kind }) => kind))} />
    </figure>
  );
}

function PlannedPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}p`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="incident-planned" />
        <path d="M0 0v6" className="hatch" strokeWidth="3" />
      </pattern>
    </defs>
  );
}

function Legend({ id, kinds }: { id: string; kinds: ReadonlySet<DrawnIncident["kind"]> }) {
  const t = useTranslate();
  return (
    <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-ink-quiet text-sm">
      {(Object.keys(looks) as DrawnIncident["kind"][])
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <svg aria-hidden="true" className="chart w-5 shrink-0" viewBox="0 0 20 14">
              <rect
                x="1"
                y="1"
                width="18"
                height="12"
                className={looks[kind].className}
                {...(kind === "planned" && { fill: `url(#${id}p)` })}
              />
            </svg>
            {t(`availability.legend.${kind}`)}
          </li>
        ))}
    </ul>
  );
}
