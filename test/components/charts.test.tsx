import { describe, expect, it } from "vitest";
import { DotPlot } from "#app/components/dot-plot.tsx";
import { HeatMap } from "#app/components/heat-map.tsx";
import { MonthBars } from "#app/components/month-bars.tsx";
import { hundredfold, ValueFunction } from "#app/components/value-function.tsx";
import { VendorPatterns, vendorMark } from "#app/components/vendor-mark.tsx";
import { count, render } from "./render.tsx";

const values = Array.from({ length: 48 }, (_, halfHour) => (halfHour < 14 ? null : String(60 + halfHour)));
const days = [
  { key: "1", label: "1 mars", values },
  { key: "2", label: "2 mars", values: values.map(() => null) },
];
const months = [
  { key: "1", label: "jan", value: "92.1" },
  { key: "2", label: "feb", value: "88.45" },
  { key: "3", label: "mar", value: null },
];
const rows = [
  { key: "a", label: "Alfa", value: "30", chosen: true },
  { key: "b", label: "Beta", value: null },
];
const scoring = {
  type: "step" as const,
  direction: "lower" as const,
  unit: "s",
  anchors: [
    { at: "20", share: "1", sv: "Högst 20 s.", en: "At most 20 s." },
    { at: "30", share: "0.705", sv: "Högst 30 s.", en: "At most 30 s." },
  ],
};

describe("every chart", () => {
  it.each([
    <HeatMap key="h" caption="Karta" unit="%" target="90" days={days} />,
    <MonthBars key="m" caption="Månader" unit="%" target="90" max="100" months={months} />,
    <DotPlot key="d" caption="Prickar" unit="%" target="90" rows={rows} />,
    <ValueFunction key="v" scoring={scoring} />,
    <VendorPatterns key="p" />,
  ])("carries no style attribute, which the security policy of the page would block", (chart) => {
    expect(render(chart)).not.toContain("style=");
  });
});

describe("the heat map", () => {
  const html = render(<HeatMap caption="Karta" unit="%" target="90" days={days} />);

  it("draws each half hour of each day once, by its distance from the target", () => {
    expect(count(html, /M[\d.]+ [\d.]+h13v13h-13z/)).toBe(96);
    // No data, and 74 to 107 of 90: from the second to the last of five steps.
    expect(count(html, /<path d="M[\d.]+ [\d.]+h13/)).toBe(5);
  });

  it("says that there is no data, and never zero", () => {
    expect(count(html, '">–</td>')).toBe(48 - 14);
    expect(html).toContain("–: inga data");
    expect(html).not.toContain('">0</td>');
  });

  it("takes one stop on the way with the Tab key", () => {
    expect(count(html, 'tabindex="0"')).toBe(1);
  });

  it("has the same numbers in a table, without the half hours in which nobody ever called", () => {
    expect(count(html, "<td")).toBe(2 * (48 - 14));
    expect(html).not.toContain(">06:30</th>");
    expect(html).toContain(">07:00</th>");
    expect(html).toContain(">74</td>");
  });
});

describe("month bars", () => {
  const html = render(<MonthBars caption="Månader" unit="%" target="90" max="100" months={months} />);

  it("stay narrow when there are few months, and share the width when there are many", () => {
    const widths = (count: number) => {
      const some = Array.from({ length: count }, (_, index) => ({
        key: `${index}`,
        label: "m",
        value: "90",
      }));
      const chart = render(<MonthBars caption="" unit="%" target="90" max="100" months={some} />);
      return [...chart.matchAll(/<rect x="[^"]*" y="[^"]*" width="([\d.]+)%"/g)].map(([, width]) =>
        Number(width),
      );
    };
    expect(widths(1)).toEqual([8]);
    expect(widths(3)).toEqual([8, 8, 8]);
    expect(widths(12)[0]).toBeCloseTo(5.33, 2);
  });

  it("hatch the months that miss the target, and only those", () => {
    expect(count(html, /fill="url\(#/)).toBe(1);
    expect(count(html, 'class="bar-met"')).toBe(1);
  });

  it("are told in words for those who do not see them", () => {
    expect(html).toContain("jan: 92,1\u00a0%; feb: 88,5\u00a0%; mar: Inga data");
  });
});

describe("the dot plot", () => {
  it("is a table with the value beside its name, and no dot where there is no data", () => {
    const html = render(<DotPlot caption="Prickar" unit="%" rows={rows} />);
    expect(count(html, 'scope="row"')).toBe(2);
    expect(count(html, "<circle")).toBe(1);
    expect(html).toContain("Inga data");
  });
});

describe("the value function", () => {
  it("shows shares as per cent without rounding", () => {
    expect(["0", "0.7", "0.705", "1", "0.05"].map(hundredfold)).toEqual(["0", "70", "70.5", "100", "5"]);
  });

  it("draws a step that is full up to its first point when less is better", () => {
    const lines = [...render(<ValueFunction scoring={scoring} />).matchAll(/class="curve"[^>]*/g)].map(
      ([line]) => line,
    );
    expect(lines).toHaveLength(5);
    // 132 px high with 24 px below: a full share is at 14, none at 108.
    expect(lines[0]).toMatch(/y1="14" .*y2="14"/);
    expect(lines.at(-1)).toMatch(/y1="108" .*y2="108"/);
  });
});

describe("vendors", () => {
  it("six have a colour and a pattern each, and all patterns exist", () => {
    const marks = [0, 1, 2, 3, 4, 5].map(vendorMark);
    expect(new Set(marks.map(({ className }) => className)).size).toBe(6);
    const html = render(<VendorPatterns />);
    for (const { fill } of marks) expect(html).toContain(`id="${fill.slice(5, -1)}"`);
  });
});
