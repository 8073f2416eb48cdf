import { describe, expect, it } from "vitest";
import { CheckField, RadioGroup, SelectField } from "#app/components/choice-field.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { NumberField, TextArea, TextField } from "#app/components/text-field.tsx";
import { count, render } from "./render.tsx";

const faults = [{ code: "not_allowed", place: { field: "weight" } }];
const choices = [
  { value: "must", label: "Skall" },
  { value: "should", label: "Bör" },
];
const fields = {
  TextField: <TextField name="weight" label="Vikt" hint="Hela tal" faults={faults} />,
  NumberField: <NumberField name="weight" label="Vikt" hint="Hela tal" faults={faults} unit="%" />,
  TextArea: <TextArea name="weight" label="Vikt" hint="Hela tal" faults={faults} />,
  SelectField: <SelectField name="weight" label="Vikt" hint="Hela tal" faults={faults} choices={choices} />,
  CheckField: <CheckField name="weight" label="Vikt" hint="Hela tal" faults={faults} />,
  RadioGroup: <RadioGroup name="weight" label="Vikt" hint="Hela tal" faults={faults} choices={choices} />,
};

describe.each(Object.entries(fields))("%s", (_, field) => {
  const html = render(field);

  it("can be reached from the summary of faults, by the name of the field", () => {
    expect(render(<ErrorSummary faults={faults} />)).toContain('href="#weight"');
    expect(html).toMatch(/<(input|textarea|select)[^>]* id="weight"/);
  });

  it("is described by its hint and its fault", () => {
    expect(html).toContain('aria-describedby="weight-hint weight-fault"');
    expect(html).toContain('id="weight-hint"');
    expect(html).toContain('id="weight-fault"');
    expect(html).toContain("Du har inte behörighet till detta.");
  });
});

describe("a field", () => {
  it("shows no fault of another field", () => {
    const html = render(<TextField name="price" label="Pris" faults={faults} />);
    expect(html).not.toContain("aria-invalid=");
    expect(html).not.toContain("price-fault");
  });

  it("is one of a number without the browser's own reading of it, which drops a comma", () => {
    const html = render(<NumberField name="n" label="Tal" defaultValue="12,5" />);
    expect(html).toContain('type="text"');
    expect(html).toContain('inputMode="decimal"');
    expect(html).toContain('value="12,5"');
  });
});

describe("the summary of faults", () => {
  it("has every fault, also two of one field and one of none", () => {
    const all = [...faults, { code: "not_found", place: { field: "weight" } }, { code: "version_conflict" }];
    const html = render(<ErrorSummary faults={all} />, "en");
    expect(count(html, "<li>")).toBe(3);
    expect(count(html, 'href="#weight"')).toBe(2);
  });

  it("is not there without faults", () => {
    expect(render(<ErrorSummary faults={[]} />)).toBe("");
    expect(render(<ErrorSummary faults={undefined} />)).toBe("");
  });
});
