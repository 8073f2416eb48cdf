/** En upphandling som fil: ut ur en installation, in i en annan. */
export default {
  title: "Upphandling från fil",
  lead: "Läs in ett utkast (draft.json) eller en annonserad upphandlings innehåll (content.json). Det blir ett nytt utkast som din organisation köper. Inget sparas om något i filen är fel.",
  file: "Fil",
  read: "Läs in som utkast",
  reading: "Läser …",
  link: "Börja från en fil i stället",
  download: "Utkastet som fil",
};

export const faults = {
  tender_file_too_large: "Filen är för stor. Högst {bytes} tas emot.",
  tender_file_encoding: "Filen är inte text i UTF-8. Hämta den på nytt där den skrevs.",
  tender_file_not_json: "Filen är inte JSON, eller så är den avklippt. Hämta den på nytt där den skrevs.",
  tender_file_of_something_else:
    "Filen är inte en upphandling. Välj draft.json eller content.json så som programmet skriver dem.",
  field_missing: "Fältet saknas.",
  field_unknown: "Fältet är okänt. Filen kan vara skriven av en nyare version.",
  field_malformed: "Fältets värde är inte av rätt slag.",
  id_malformed: "”{id}” duger inte som id: bokstäver A till Z, siffror och bindestreck, högst 40 tecken.",
  id_twice: "Id {id} förekommer två gånger.",
  too_many: "Listan är för lång, högst {max}.",
};
