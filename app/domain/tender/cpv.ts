import type { Text } from "#app/domain/language.ts";

/** Codes of the common procurement vocabulary that this kind of service is bought under, with their official names. */
export const cpvCodes: ReadonlyMap<string, Text> = new Map([
  ["79510000", { sv: "Telefonsvarartjänster", en: "Telephone-answering services" }],
  ["79511000", { sv: "Telefonupplysningar", en: "Telephone operator services" }],
  ["79512000", { sv: "Teletjänstcentral", en: "Call centre" }],
  ["64214200", { sv: "Telefonväxeltjänster", en: "Telephone switchboard services" }],
  ["79342300", { sv: "Kundservice", en: "Customer services" }],
  ["79342320", { sv: "Kundvård", en: "Customer-care services" }],
  ["72253000", { sv: "Helpdesk- och stödtjänster", en: "Helpdesk and support services" }],
]);
