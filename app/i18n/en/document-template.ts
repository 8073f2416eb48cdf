export default {
  title: "Document template",
  lead: "With a Word template of your own, the documents of tenders have your logotype, your fonts and your pages.",
  none: "No template has been uploaded. The documents have the look of the system.",
  since: "In use since {time}. {kilobytes} kB.",
  remove: "Stop using the template",
  file: "Template (.dotx or .docx)",
  hint: "At most 5 MB, without macros and embedded objects.",
  use: "Use the template",
  replace: "Replace the template",
  takenTitle: "What documents take from the template",
  takenStyles: "Fonts and styles: normal text, headings 1–3, title, caption and table of contents.",
  takenPage: "Size and margins of the page.",
  takenEdges:
    "Header and footer with pictures. The name and version of the tender are added, and page numbers where there are none.",
  takenTable:
    "The table style “Tender Table”, if the template has one. Otherwise heads of tables get the colour of heading 1.",
  notTaken: "The template's own text is not used. Published tenders keep the look they were published with.",
};

export const faults = {
  template_not_word: "Choose a Word file that ends in .dotx or .docx.",
  template_unreadable: "The template cannot be read. Open it in Word and save it again.",
  template_too_large:
    "The template is too large, at most 5 MB. Make the pictures of header and footer smaller.",
  template_fetches: "A header or footer loads content from elsewhere. Replace it by text and pictures.",
  template_part_unknown:
    "A header or footer holds more than text, pictures and links ({part}). Replace it by a picture.",
};
