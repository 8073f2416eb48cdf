import { formatNumber, formatPercent } from "#app/components/format.ts";
import { useTranslate } from "#app/components/translation.tsx";
import type { Scoring } from "#app/domain/catalogue/requirement.ts";

type Numeric = Exclude<Scoring, { type: "levels" }>;

/** How an answer earns: a picture of the value function, and its points as a table with their words. */
export function ValueFunction({ scoring }: { readonly scoring: Scoring }) {
  const t = useTranslate();
  return (
    <div className="grid items-start gap-6 md:grid-cols-[1fr_16rem]">
      <AnchorTable scoring={scoring} />
      {scoring.type !== "levels" && <Curve scoring={scoring} label={t("common.valueFunction.picture")} />}
    </div>
  );
}

function AnchorTable({ scoring }: { scoring: Scoring }) {
  const t = useTranslate();
  const rows = scoring.anchors.map((anchor) => ({ share: anchor.share, words: anchor[t.language] }));
  return (
    <table className="w-full">
      <thead>
        <tr className="border-line-strong border-b text-ink-quiet text-sm">
          <th scope="col" className="py-1 pr-4 text-start font-medium">
            {t("common.valueFunction.answer")}
          </th>
          <th scope="col" colSpan={2} className="py-1 text-end font-medium">
            {t("common.valueFunction.share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ share, words }) => (
          <tr key={words} className="border-line border-b align-baseline">
            <th scope="row" className="py-1.5 pr-4 text-start font-normal">
              {words}
            </th>
            <td aria-hidden="true" className="w-24">
              <svg aria-hidden="true" width="100%" height="10">
                <rect width="100%" height="10" className="fill-sunken" />
                <rect width={percent(share)} height="10" className="fill-accent" />
              </svg>
            </td>
            <td className="w-16 py-1.5 text-end">{formatPercent(hundredfold(share), t.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "0.7" as "70", by moving the point: no arithmetic, no rounding. */
export function hundredfold(share: string): string {
  const [whole = "0", decimals = ""] = share.split(".");
  const padded = decimals.padEnd(2, "0");
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = padded.slice(2).replace(/0+$/, "");
  return rest === "" ? moved : `${moved}.${rest}`;
}

// From here on numbers are places on a picture.
const percent = (share: string) => `${Number(share) * 100}%`;
const height = 132;
const top = 14;
const bottom = 24;
const y = (share: number) => height - bottom - share * (height - top - bottom);

function Curve({ scoring, label }: { scoring: Numeric; label: string }) {
  const t = useTranslate();
  const line = pointsOf(scoring);
  const [first, last] = [line[0]?.[0] ?? 0, line.at(-1)?.[0] ?? 1];
  const x = (value: number) => `${((value - first) / (last - first || 1)) * 100}%`;
  const marks = scoring.anchors.filter(({ at }) => at !== null);
  return (
    <svg className="chart overflow-visible" role="img" aria-label={label} width="100%" height={height}>
      <line className="axis" x1="0" x2="100%" y1={y(1)} y2={y(1)} strokeDasharray="2 3" />
      <line className="baseline" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
      {line.slice(1).map(([value, share], index) => {
        const [fromValue, fromShare] = line[index] ?? [0, 0];
        return (
          <line
            key={`${fromValue} ${fromShare} ${value} ${share}`}
            className="curve"
            strokeWidth="2.5"
            strokeLinecap="round"
            x1={x(fromValue)}
            y1={y(fromShare)}
            x2={x(value)}
            y2={y(share)}
          />
        );
      })}
      {marks.map(({ at, share }) => (
        <g key={at}>
          <circle className="dot-chosen" cx={x(Number(at))} cy={y(Number(share))} r="3.5" />
          <text x={x(Number(at))} y={height - 6} textAnchor="middle" fontSize="12">
            {formatNumber(at ?? "", t.language)}
          </text>
        </g>
      ))}
      <text x="0" y={y(1) - 4} fontSize="11">
        {formatPercent("100", t.language)}
      </text>
    </svg>
  );
}

/** The line as drawn, from left to right, with a flat piece beyond each end. */
function pointsOf({ type, direction, anchors }: Numeric): readonly (readonly [number, number])[] {
  const fixed = anchors
    .filter(({ at }) => at !== null)
    .map(({ at, share }): [number, number] => [Number(at), Number(share)])
    .sort(([a], [b]) => a - b);
  const [first, last] = [fixed[0], fixed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const margin = (last[0] - first[0] || Math.abs(first[0]) || 1) * 0.2;
  const beyond = Number(anchors.find(({ at }) => at === null)?.share ?? 0);
  if (type !== "step") return [[first[0] - margin, first[1]], ...fixed, [last[0] + margin, last[1]]];
  // A step holds from its own point: to the right when more is better, to the left when less is.
  const line: [number, number][] =
    direction === "higher" ? [[first[0] - margin, beyond]] : [[first[0] - margin, first[1]]];
  for (const [index, [at, share]] of fixed.entries()) {
    const left = direction === "higher" ? (fixed[index - 1]?.[1] ?? beyond) : share;
    const right = direction === "higher" ? share : (fixed[index + 1]?.[1] ?? beyond);
    line.push([at, left], [at, right]);
  }
  return [...line, [last[0] + margin, direction === "higher" ? last[1] : beyond]];
}
