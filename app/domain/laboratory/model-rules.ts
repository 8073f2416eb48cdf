/** Rules of the model linter that both models keep by their making, whatever a draft says. */
export const keptByConstruction = [
  "MOD-02",
  "MOD-05",
  "MOD-08",
  "MOD-10",
  "MOD-11",
  "MOD-12",
  "MOD-13",
  "MOD-14",
  "MOD-15",
  "MOD-24",
  "MOD-25",
] as const;

/** The law or reasoning that each rule rests on. */
export const ruleReferences = {
  "MOD-02": "HFD 2022 ref. 41",
  "MOD-03": "HFD 2018 ref. 50",
  "MOD-05": "OLG Düsseldorf Verg 35/23",
  "MOD-06": "Konkurrensverket",
  "MOD-08": "LOU 16:6",
  "MOD-10": "LOU 4:1",
  "MOD-22": "LOU 4:1",
  "MOD-25": "LOU 16:6",
} as const satisfies Readonly<Record<string, string>>;
