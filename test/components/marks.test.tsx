import { describe, expect, it } from "vitest";
import { Countdown } from "#app/components/countdown.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorPage } from "#app/components/error-page.tsx";
import { ExplanationTree } from "#app/components/explanation-tree.tsx";
import { Formula } from "#app/components/formula.tsx";
import { LevelLabel } from "#app/components/level-label.tsx";
import { StageBar } from "#app/components/stage-bar.tsx";
import { TenderRow } from "#app/components/tender-row.tsx";
import { VerdictMark } from "#app/components/verdict-mark.tsx";
import { stages } from "#app/domain/tender/stage.ts";
import { count, render } from "./render.tsx";

describe("level and verdict", () => {
  it("are words in both languages, not only form and colour", () => {
    expect(render(<LevelLabel level="must" />)).toContain("Skall");
    expect(render(<LevelLabel level="should" />, "en")).toContain("Should");
    expect(render(<VerdictMark verdict="undetermined" />)).toContain("Går ej att avgöra");
    expect(render(<VerdictMark verdict="no-data" />, "en")).toContain("No data");
  });
});

describe("the stage bar", () => {
  it.each(stages.filter((stage) => stage !== "cancelled"))(
    "marks %s as the one step now, of eight",
    (stage) => {
      const html = render(<StageBar stage={stage} />);
      expect(count(html, 'aria-current="step"')).toBe(1);
      expect(count(html, "<li")).toBe(8);
      expect(count(html, "(klart)")).toBe(stages.indexOf(stage));
    },
  );

  it("shows cancelled last and claims nothing of the steps before it", () => {
    const html = render(<StageBar stage="cancelled" />);
    expect(count(html, "<li")).toBe(9);
    expect(html).not.toContain("(klart)");
    expect(html).toMatch(/aria-current="step".*Avbruten/);
  });
});

describe("a table", () => {
  const html = render(
    <DataTable
      caption="Anbud"
      rows={[{ name: "Alfa", price: "10" }]}
      rowKey={({ name }) => name}
      columns={[
        {
          id: "name",
          head: "Leverantör",
          cell: ({ name }) => name,
          sorted: "ascending",
          sortTo: "?sort=name",
        },
        { id: "price", head: "Pris", unit: "kr", numeric: true, cell: ({ price }) => price },
      ]}
    />,
  );

  it("names its columns and rows for a screen reader", () => {
    expect(count(html, 'scope="col"')).toBe(2);
    expect(html).toContain('<th scope="row">Alfa</th>');
    expect(html).toContain('aria-sort="ascending"');
  });

  it("can be scrolled from the keyboard and says what it is", () => {
    expect(html).toMatch(/<section aria-labelledby="([^"]+)" tabindex="0"/);
  });
});

describe("an explanation", () => {
  it("opens from the number to its formula, its numbers and their source", () => {
    const html = render(
      <ExplanationTree
        root={{
          label: "Poäng",
          value: "7,5",
          formula: "w * x",
          substituted: "10 * 0.75",
          children: [{ label: "Vikt", value: "10", source: "underlag", children: [] }],
        }}
      />,
    );
    expect(html).toMatch(/<details open="".*<summary>.*Poäng.*7,5.*<\/summary>/);
    expect(html).toContain("10\u2009·\u20090.75");
    expect(html).toContain("underlag");
  });

  it("writes signs as signs and leaves words whole", () => {
    const formula = (text: string) => /<code[^>]*>(.*)<\/code>/.exec(render(<Formula text={text} />))?.[1];
    expect(formula("100*aT/(a+b+f-bT)")).toBe("100\u2009·\u2009aT/(a+b+f\u2212bT)");
    expect(formula("answered/logged-in hours")).toBe("answered/logged-in hours");
    expect(formula("100 - sick absence rate")).toBe("100 \u2212 sick absence rate");
  });
});

describe("the countdown", () => {
  const second = 1_000_000;
  const left = (seconds: number) =>
    render(<Countdown deadlineUs={seconds * second} serverNowUs={0} />).replace(/<[^>]*>/g, "");

  it("counts by the server's time, in the two largest units", () => {
    expect(left(3 * 86_400 + 4 * 3600 + 59)).toBe("3 dagar 4 timmar kvar");
    expect(left(3600 + 61)).toBe("1 timme 1 minut kvar");
    expect(left(61)).toBe("1 minut 1 sekund kvar");
  });

  it("says when time is up, and not a moment before", () => {
    expect(left(0.000001)).toBe("1 sekund kvar");
    expect(left(0)).toBe("Tiden är ute");
    expect(left(-5)).toBe("Tiden är ute");
  });
});

describe("a tender in a list", () => {
  const day = 86_400_000_000;
  const row = {
    tenderId: "t1",
    title: { sv: "Telefonisttjänst", en: "" },
    caseNumber: "KS 2027/1",
    buyer: "Påhittade kommunen",
    stage: "published" as const,
    deadlineUs: 3 * day,
    timezone: "Europe/Stockholm",
    next: null,
  };

  it("says until when, and how far away that is by the server's time", () => {
    const html = render(<TenderRow row={row} nowUs={0} />);
    expect(html).toContain("4 januari 1970 kl.\u00a001.00");
    expect(html).toContain("om 3 dagar");
    expect(html).toContain("Annonserad");
  });

  it("can be opened even before it has a title", () => {
    expect(render(<TenderRow row={row} nowUs={0} />, "en")).toMatch(/href="\/tenders\/t1"[^>]*>[^<]+</);
  });
});

describe("the error page", () => {
  const page = (status: number, data: unknown = null) =>
    render(<ErrorPage status={status} data={data} requestId="k3x" />);

  it("has words of its own for what is missing, forbidden or changed", () => {
    expect(page(404)).toContain("Sidan finns inte");
    expect(page(403)).toContain("Du har inte tillgång");
    expect(page(409)).toContain("Läget har ändrats");
  });

  it("gives the number of the request when the fault is ours", () => {
    expect(page(500)).toContain("k3x");
  });

  it("says the faults that a loader found", () => {
    const fault = { code: "wrong_stage", params: { stage: "draft" } };
    expect(page(409, { faults: [fault] })).toContain("(Utkast)");
  });
});
