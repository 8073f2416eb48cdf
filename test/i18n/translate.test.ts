import { describe, expect, it } from "vitest";
import { languages } from "#app/domain/language.ts";
import { stages } from "#app/domain/tender/stage.ts";
import { translations } from "#app/i18n/translate-on-server.ts";

describe("the words of a fault", () => {
  it.each(languages)("name the stage as the page does, in %s", (language) => {
    const t = translations[language];
    for (const stage of stages) {
      const words = t.fault({ code: "wrong_stage", params: { stage } });
      expect(words).toContain(`(${t(`common.stage.${stage}`)})`);
      expect(words).not.toContain(`(${stage})`);
    }
  });

  it("are the code itself when there are none, so that nothing is hidden", () => {
    expect(translations.sv.fault({ code: "no_such_code" })).toBe("no_such_code");
  });
});
