import { describe, expect, it } from "vitest";
import { MeasurementVerdicts } from "#app/components/measurement-verdicts.tsx";
import { type TrapCard, TrapCards } from "#app/components/trap-cards.tsx";
import type { MeasurementPage } from "#app/domain/measurement/measurement-page.ts";
import { count, render } from "./render.tsx";

const trap: TrapCard = {
  id: "TRAP-01",
  severity: "high",
  name: { sv: "Servicenivå nådd, inringare spärrade", en: "Level met, callers blocked" },
  about: { sv: "Dessa inringare syns inte.", en: "These callers do not show." },
  subject: "AVAIL-001",
  month: "2026-09",
  message: "304 samtal spärrades.",
};

describe("warnings", () => {
  it("begin with the gravest, and say what each is about to who has never heard of it", () => {
    const html = render(<TrapCards traps={[{ ...trap, id: "TRAP-17", severity: "medium" }, trap]} />);
    expect(html.indexOf("TRAP-01")).toBeLessThan(html.indexOf("TRAP-17"));
    expect(html).toContain("304 samtal spärrades.");
    expect(html).toContain("Dessa inringare syns inte.");
  });

  it("tell the day of a report as people write it", () => {
    expect(render(<TrapCards traps={[{ ...trap, month: "2026-09-09" }]} />)).toContain("9 september 2026");
  });
});

describe("a requirement that call records verify", () => {
  const window = (month: string): MeasurementPage["verdicts"][number]["windows"][number] => ({
    requirement: "AVAIL-001",
    window: month,
    queue: "*",
    verdict: "verified",
    value: "92.5",
    threshold: "90",
    comparator: ">=",
    numerator: 925,
    denominator: 1000,
    coverage: "100",
    reason: "met",
  });
  const verdicts: MeasurementPage["verdicts"] = [
    {
      requirement: {
        id: "AVAIL-001",
        level: "must",
        title: { sv: "Servicenivå", en: "Service level" },
        unit: "%",
        aggregation: "every_window",
        k: null,
        evidence: "census",
        confidence: "0.95",
        unapplied: [],
      },
      windows: [window("2026-08"), window("2026-09")],
      hidden: 0,
    },
  ];

  it("leads to the warnings of the same month and of no other, and names itself in every row", () => {
    const html = render(
      <MeasurementVerdicts verdicts={verdicts} traps={[trap, { ...trap, id: "TRAP-05" }]} />,
    );
    expect(count(html, 'href="#traps"')).toBe(1);
    expect(html).toMatch(/september 2026.*2 varningar/);
    expect(html).not.toMatch(/augusti 2026.*varningar.*september 2026/);
    expect(count(html, /<th scope="row">.*?AVAIL-001/)).toBe(2);
  });

  it("leads nowhere when nothing speaks against it", () => {
    const other = { ...trap, subject: "AVAIL-009" };
    expect(render(<MeasurementVerdicts verdicts={verdicts} traps={[other]} />)).not.toContain("#traps");
  });
});
