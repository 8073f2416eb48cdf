export default {
  title: "Dokumentmall",
  lead: "Med en egen Word-mall får upphandlingarnas dokument er logotyp, era typsnitt och era sidor.",
  none: "Ingen mall är uppladdad. Dokumenten har systemets eget utseende.",
  since: "Används sedan {time}. {kilobytes} kB.",
  remove: "Sluta använda mallen",
  file: "Mall (.dotx eller .docx)",
  hint: "Högst 5 MB, utan makron och inbäddade objekt.",
  use: "Använd mallen",
  replace: "Byt mall",
  takenTitle: "Vad dokumenten tar ur mallen",
  takenStyles:
    "Typsnitt och formatmallar: normal text, rubrik 1–3, titel, bildtext och innehållsförteckning.",
  takenPage: "Sidans storlek och marginaler.",
  takenEdges:
    "Sidhuvud och sidfot med bilder. Upphandlingens namn och version läggs till, och sidnummer om de saknas.",
  takenTable:
    "Tabellformatet ”Tender Table”, om mallen har ett. Tabellhuvuden får annars färgen på rubrik 1.",
  notTaken:
    "Mallens egen text används inte. Publicerade upphandlingar behåller det utseende de publicerades med.",
};

export const faults = {
  template_not_word: "Välj en Word-fil som slutar på .dotx eller .docx.",
  template_unreadable: "Mallen går inte att läsa. Öppna den i Word och spara den på nytt.",
  template_too_large: "Mallen är för stor, högst 5 MB. Minska bilderna i sidhuvud och sidfot.",
  template_fetches:
    "Sidhuvud eller sidfot hämtar innehåll någon annanstans ifrån. Ersätt det med text och bilder.",
  template_part_unknown:
    "Sidhuvud eller sidfot innehåller annat än text, bilder och länkar ({part}). Ersätt det med en bild.",
};
