export default {
  product: "Skallbör",
  tagline: "Musts and shoulds for telephone answering",
  must: "Must",
  should: "Should",
  yes: "Yes",
  no: "No",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  search: "Search",
  more: "More",
  skipToContent: "Skip to content",
  signIn: "Sign in",
  signOut: "Sign out",
  language: "Language",
  otherLanguage: "På svenska",
  catalogue: "Requirement catalogue",
  tenders: "Tenders",
  invented: "Example data: all people, firms and figures are invented.",
  faultSummary: "There are faults to mend",
  noData: "No data",
};

export const faults = {
  not_found: "The page does not exist, or you have no access to it.",
  not_allowed: "You are not allowed to do this.",
  wrong_stage: "That cannot be done at this stage ({stage}).",
  version_conflict:
    "Somebody else changed the same thing. Reload the page; what you typed is kept in the form.",
  unexpected: "Something went wrong on our side. Try again; quote number {id} if it persists.",
};
