export default {
  product: "Skallbör",
  tagline: "Skall och bör för telefonisttjänster",
  must: "Skall",
  should: "Bör",
  yes: "Ja",
  no: "Nej",
  save: "Spara",
  cancel: "Avbryt",
  close: "Stäng",
  search: "Sök",
  more: "Mer",
  skipToContent: "Hoppa till innehållet",
  signIn: "Logga in",
  signOut: "Logga ut",
  language: "Språk",
  otherLanguage: "In English",
  catalogue: "Kravkatalog",
  tenders: "Upphandlingar",
  invented: "Exempeldata: alla personer, företag och siffror är påhittade.",
  faultSummary: "Det finns fel att rätta",
  noData: "Inga data",
};

export const faults = {
  not_found: "Sidan finns inte, eller så har du inte tillgång till den.",
  not_allowed: "Du har inte behörighet till detta.",
  wrong_stage: "Det går inte i detta skede ({stage}).",
  version_conflict:
    "Någon annan har ändrat samma sak. Läs in sidan igen, dina uppgifter står kvar i formuläret.",
  unexpected: "Något gick fel hos oss. Försök igen; uppge numret {id} om felet består.",
};
