import { z } from "zod";
import { fewestBids, mostBids } from "#app/domain/laboratory/fictitious-bids.ts";
import { partings } from "#app/domain/laboratory/laboratory-part.ts";
import { plainDecimal } from "#app/domain/response/check-answer.ts";
import type { LaboratoryQuery } from "#app/services/laboratory/read-laboratory.ts";

/** The address of the laboratory holds all of it; what it does not say, or says wrongly, is the default. */
const settings = z.object({
  seed: z.coerce.number().int().min(0).max(4_294_967_295).catch(1),
  count: z.coerce.number().int().min(fewestBids).max(mostBids).catch(3),
  spread: z.coerce.number().int().min(0).max(90).catch(30),
  per: z.enum(partings).catch("area"),
});

/** Reads the address. Numbers of the table come with comma or point; what is no number stays as it was typed. */
export function readLaboratoryForm(request: Request): LaboratoryQuery {
  const { searchParams } = new URL(request.url);
  const { seed, count, spread, per } = settings.parse(Object.fromEntries(searchParams));
  const typed = [...searchParams].filter(([name]) => name.includes("."));
  return {
    seed,
    count,
    spreadPercent: spread,
    parting: per,
    typed: new Map(typed.map(([name, value]) => [name, plainDecimal(value) ?? value.trim()])),
  };
}
