import { describe, expect, it } from "vitest";
import { namesIn } from "#app/domain/question/names-in.ts";
import { isTooLateToAnswer, mayStillAsk, standing } from "#app/domain/question/question.ts";
import { microsecondsOf } from "#app/domain/tender/deadline.ts";
import { initialProvisions } from "#app/domain/tender/provisions.ts";

const content = { timezone: "Europe/Stockholm", provisions: initialProvisions };
const deadline = "2027-04-20T10:00:00Z";

describe("the time for questions", () => {
  it("ends ten days before the deadline, to the microsecond", () => {
    const endUs = microsecondsOf("2027-04-10T10:00:00Z");
    expect(mayStillAsk(content, deadline, endUs - 1)).toBe(true);
    expect(mayStillAsk(content, deadline, endUs)).toBe(false);
  });

  it("is over for answers when the sixth day before the deadline's day has passed where the buyer is", () => {
    // Deadline 20 April: an answer on 14 April is in time.
    expect(isTooLateToAnswer(content, deadline, microsecondsOf("2027-04-14T21:59:59Z"))).toBe(false);
    expect(isTooLateToAnswer(content, deadline, microsecondsOf("2027-04-14T22:00:00Z"))).toBe(true);
    // Answer 4 March, deadline 9 March: too late.
    expect(isTooLateToAnswer(content, "2027-03-09T11:00:00Z", microsecondsOf("2027-03-04T08:00:00Z"))).toBe(
      true,
    );
    expect(isTooLateToAnswer(content, "2027-03-09T11:00:00Z", microsecondsOf("2027-03-03T08:00:00Z"))).toBe(
      false,
    );
  });
});

describe("a corrected answer", () => {
  it("stands in its last version, by number", () => {
    const answer = (number: number, version: number) => ({
      number,
      version,
      requirement: null,
      askedUs: 0,
      publishedUs: 0,
      question: { sv: "", en: "" },
      answer: { sv: "", en: "" },
      addendum: null,
      lateReason: "",
    });
    const stand = standing([answer(2, 1), answer(1, 1), answer(1, 3), answer(1, 2)]);
    expect(stand.map(({ number, version }) => [number, version])).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });
});

describe("what gives a company away", () => {
  const vendors = [
    { name: "Svarslinjen i Exempelbo AB", organisationNumber: "559900-0016" },
    { name: "Svar AB", organisationNumber: "559900-0024" },
  ];
  it.each([
    ["Vi på Svarslinjen i Exempelbo AB undrar", ["Svarslinjen i Exempelbo AB"]],
    ["vi på svarslinjen  i exempelbo undrar", ["Svarslinjen i Exempelbo AB"]],
    ["Kan Svar AB lämna anbud?", ["Svar AB"]],
    ["Hälsningar 5599000016", ["Svarslinjen i Exempelbo AB"]],
    ["Skriv till anna@svar.example.", ["anna@svar.example"]],
  ])("is found in “%s”", (text, names) => {
    expect(namesIn(text, vendors, "kontakt@kommun.example")).toEqual(names);
  });
  it.each([
    "När kommer svar på frågan?",
    "Svarslinjens öppettider",
    "Skriv till kontakt@kommun.example",
    "Hur många av de 400 000 samtalen är på engelska?",
  ])("is not seen in “%s”", (text) => {
    expect(namesIn(text, vendors, "kontakt@kommun.example")).toEqual([]);
  });
});
