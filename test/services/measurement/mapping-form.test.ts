import { describe, expect, it } from "vitest";
import { formatOfForm, mappingOfForm } from "#app/services/measurement/mapping-form.ts";

const typed = {
  mapped: "yes",
  format: "auto",
  zone: "Europe/Helsinki",
  header: "yes",
  headerWas: "yes",
  time: "DD.MM.YYYY HH:mm:ss",
  date: "Dag",
  "columns.call_id": "Nr",
  "columns.queue": "",
  queueName: "Växel",
  "columns.arrival_at": "In",
  "columns.answered_at": "",
  "columns.talk_s": "Tid",
  "word.0": "tappat",
  "meaning.0": "abandoned",
  "word.1": "kanske",
  "meaning.1": "",
};

describe("the form of the column mapper", () => {
  it("says a mapping, with the date before every time and a fixed queue where no column is chosen", () => {
    expect(mappingOfForm(new URLSearchParams(typed))).toEqual({
      header: true,
      columns: {
        call_id: { from: ["Nr"] },
        queue: { constant: "Växel" },
        arrival_at: { from: ["Dag", "In"] },
        talk_s: { from: ["Tid"] },
      },
      time: "DD.MM.YYYY HH:mm:ss",
      zone: "Europe/Helsinki",
      dispositions: { tappat: "abandoned" },
    });
  });

  it("asks for a new proposal when the first row is taken for something else", () => {
    const turned = new URLSearchParams({ ...typed, header: "no" });
    expect(mappingOfForm(turned)).toMatchObject({ header: false, columns: {}, dispositions: {} });
  });

  it("says none when its fields were not sent, or when another format is chosen beside them", () => {
    expect(mappingOfForm(new URLSearchParams({ format: "mapped" }))).toBeNull();
    expect(mappingOfForm(new URLSearchParams({ ...typed, format: "queue-log" }))).toBeNull();
    expect(formatOfForm(new URLSearchParams({ format: "queue-log" }))).toBe("queue-log");
    expect(formatOfForm(new URLSearchParams({ format: "word" }))).toBe("auto");
  });
});
