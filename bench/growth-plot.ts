import type { Fit, GrowthPoint } from "./evaluation-growth.ts";

const [width, height, left, bottom] = [640, 400, 64, 56];
const [right, top] = [40, 40];

/** Powers of ten that hold all the values. */
function decades(values: readonly number[]): readonly number[] {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
}

const shapes: Readonly<Record<number, (x: string, y: string) => string>> = {
  30: (x, y) => `<circle class="c30" cx="${x}" cy="${y}" r="4.5"/>`,
  100: (x, y) => `<rect class="c100" x="${Number(x) - 4}" y="${Number(y) - 4}" width="8" height="8"/>`,
  300: (x, y) => `<path class="c300" d="M${x} ${Number(y) - 6}l5.5 10h-11z"/>`,
};

/** Time against bids × criteria on logarithmic axes, where a straight line of slope one is linear growth. */
export function growthPlot(points: readonly GrowthPoint[], fit: Fit): string {
  const xs = decades(points.map(({ bids, criteria }) => bids * criteria));
  const ys = decades(points.map(({ ms }) => ms));
  const scale = (values: readonly number[], from: number, to: number) => {
    const [low, high] = [Math.log10(values[0] ?? 1), Math.log10(values.at(-1) ?? 10)];
    return (value: number) => (from + ((Math.log10(value) - low) / (high - low)) * (to - from)).toFixed(1);
  };
  const x = scale(xs, left, width - right);
  const y = scale(ys, height - bottom, top);
  const label = (value: number) => value.toLocaleString("en", { maximumSignificantDigits: 1 });
  const [first, last] = [xs[0] ?? 1, xs.at(-1) ?? 1];
  const steps = Array.from({ length: 41 }, (_, i) => first * (last / first) ** (i / 40));
  const line = steps
    .map((score) => [score, fit.fixedMs + fit.perScoreMs * score] as const)
    .filter(([, ms]) => ms >= (ys[0] ?? 0) && ms <= (ys.at(-1) ?? 0))
    .map(([score, ms]) => `${x(score)},${y(ms)}`);
  const legend = [30, 100, 300].map(
    (criteria, i) =>
      `${shapes[criteria]?.(String(left + 16 + i * 120), "22") ?? ""}<text x="${left + 28 + i * 120}" y="26">${criteria} criteria</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">
<title id="t">Time to evaluate, by bids × criteria</title>
<desc id="d">Measured times lie on a straight line: ${(fit.perScoreMs * 1e6).toFixed(0)} nanoseconds for each bid and criterion. The figures stand as a table in the README.</desc>
<style>
text{font:13px system-ui,sans-serif;fill:#1f2328}.grid{stroke:#d0d7de}.axis{stroke:#57606a;fill:none}.fit{stroke:#57606a;fill:none;stroke-width:1.5;stroke-dasharray:5 4}
.c30{fill:#0550ae}.c100{fill:#b35900}.c300{fill:#1a7f37}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.grid{stroke:#30363d}.axis{stroke:#8b949e}.fit{stroke:#8b949e}.c30{fill:#79c0ff}.c100{fill:#ffa657}.c300{fill:#7ee787}}
</style>
${legend.join("\n")}
${xs.map((value) => `<path class="grid" d="M${x(value)} ${top}V${height - bottom}"/><text x="${x(value)}" y="${height - bottom + 18}" text-anchor="middle">${label(value)}</text>`).join("\n")}
${ys.map((value) => `<path class="grid" d="M${left} ${y(value)}H${width - right}"/><text x="${left - 8}" y="${Number(y(value)) + 4}" text-anchor="end">${label(value)}</text>`).join("\n")}
<path class="axis" d="M${left} ${top}V${height - bottom}H${width - right}"/>
<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">bids × criteria</text>
<text transform="translate(16 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle">milliseconds</text>
<polyline class="fit" points="${line.join(" ")}"/>
${points.map(({ bids, criteria, ms }) => shapes[criteria]?.(x(bids * criteria), y(ms)) ?? "").join("\n")}
</svg>
`;
}
