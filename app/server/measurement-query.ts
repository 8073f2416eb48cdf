import type { Language } from "#app/domain/language.ts";
import type { MeasurementQuery } from "#app/domain/measurement/measurement-page.ts";

/** What the address of a measurement page asks for: `?queue=&month=&figure=&by=`. */
export function measurementQuery(request: Request, language: Language): MeasurementQuery {
  const { searchParams } = new URL(request.url);
  return {
    month: searchParams.get("month"),
    queue: searchParams.get("queue"),
    figure: searchParams.get("figure"),
    by: searchParams.get("by"),
    language,
  };
}
