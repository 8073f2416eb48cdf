/** A tender as a file: out of one installation, into another. */
export default {
  title: "Tender from a file",
  lead: "Read a draft (draft.json) or the content of a published tender (content.json). It becomes a new draft, bought by your organisation. Nothing is stored if anything in the file is wrong.",
  file: "File",
  read: "Read as a draft",
  reading: "Reading …",
  link: "Start from a file instead",
  download: "The draft as a file",
};

export const faults = {
  tender_file_too_large: "The file is too large. At most {bytes} are accepted.",
  tender_file_encoding: "The file is not text in UTF-8. Fetch it again from where it was written.",
  tender_file_not_json:
    "The file is not JSON, or it has been cut off. Fetch it again from where it was written.",
  tender_file_of_something_else:
    "The file is not a tender. Choose draft.json or content.json as the program writes them.",
  field_missing: "The field is missing.",
  field_unknown: "The field is unknown. A newer version may have written the file.",
  field_malformed: "The field's value is not of the right kind.",
  id_malformed: "“{id}” will not do as an id: letters A to Z, digits and hyphens, at most 40 characters.",
  id_twice: "The id {id} occurs twice.",
  too_many: "The list is too long, at most {max}.",
};
