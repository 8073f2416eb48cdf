/** Startsidan. */
export default {
  title: "Krav som går att mäta, från anbud till faktura",
  lead: "Skallbör är till för den som upphandlar telefonisttjänst eller kontaktcenter: välj krav, få ett förfrågningsunderlag, jämför anbud och följ upp avtalet med samma krav hela vägen.",
  idea: "Ett krav här är inte bara en mening. Det bär sitt mått: formel, gräns, period och bevis. Därför betyder det samma sak för den som skriver det, den som svarar, den som bedömer och den som betalar.",
  openTenders: "Se upphandlingar",
  toCatalogue: "Läs {count} krav",
  waiting: "Det här väntar på dig",
  waitingLead: "Närmaste tid först.",
  nothingWaits: "Inget väntar på dig just nu",
  nothingWaitsHelp: "Här står upphandlingar där nästa steg är ditt, med närmaste tid först.",
  others: "Övriga upphandlingar",
  open: "Öppna upphandlingar",
  create: "Skapa upphandling",
  areas: "Kravkatalogens områden",
  picture: {
    title: "Samma samtal, åtta servicenivåer",
    lead: "90/20 säger inget förrän formeln är bestämd.",
    caption: "Andel inom 20 sekunder mot målet 90 procent.",
    note: "20 avslutade samtal en dag 2010: 8 besvarade, 6 av dem i tid; 12 lade på, 8 av dem inom 20 sekunder. Fylld prick: avtalsstandard.",
  },
  variants: {
    offered: "av erbjudna samtal",
    attempts: "även spärrade anrop",
    answered: "av besvarade samtal",
    positive: "den som lägger på räknas som nådd",
    ignore_t: "utan dem som lägger på i tid",
    short: "utan korta avbrott",
    genesys: "av besvarade och övergivna",
    avaya_bcms: "av växelns alla köande",
  },
};

export const faults = {};
