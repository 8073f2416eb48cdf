import { describe, expect, it } from "vitest";
import { languages } from "#app/domain/language.ts";
import { uploadLimits } from "#app/domain/response/upload-limits.ts";
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

  it.each([
    ["upload_too_large", uploadLimits.records, "20\u00a0MB"],
    ["upload_too_large", uploadLimits.callRecords, "200\u00a0MB"],
    ["response_too_large", uploadLimits.response, "500\u00a0MB"],
    ["call_records_too_large", uploadLimits.callRecordsOfResponse, "1\u00a0GB"],
    ["contract_files_too_large", uploadLimits.contract, "10\u00a0GB"],
    ["tender_files_too_large", uploadLimits.tender, "20\u00a0GB"],
    ["file_too_large", 50 * 1024 * 1024, "52\u00a0MB"],
  ])("name the limit, never rounded up: %s of %s bytes", (code, bytes, limit) => {
    for (const language of languages) {
      const words = translations[language].fault({ code, params: { bytes } });
      expect(words).toContain(limit);
      expect(words).not.toMatch(/[{}]/);
    }
  });

  it("are the code itself when there are none, so that nothing is hidden", () => {
    expect(translations.sv.fault({ code: "no_such_code" })).toBe("no_such_code");
  });
});
