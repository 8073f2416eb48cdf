export default {
  title: "Nyckeltal ur rapporter",
};

export const faults = {
  cell_agents: "{file}, rad {line}, {column}: {value} är inget antal telefonister.",
  cell_duration: "{file}, rad {line}, {column}: {value} är ingen tid i sekunder eller h:mm:ss.",
  cell_percent: "{file}, rad {line}, {column}: {value} är inget procenttal.",
  cell_seconds: "{file}, rad {line}, {column}: {value} är inget helt antal sekunder.",
  count_contradiction:
    "{file}, rad {line}, {column}: {value} är fler än de {most} samtal som de är en del av.",
  interval_duplicate: "{file}, rad {line}: samma kö och intervall finns tidigare i filen.",
  interval_length: "{file}, rad {line}, {column}: {value}. Ett intervall är 15, 30 eller 60 minuter.",
  interval_length_mixed: "{file}, rad {line}: intervallet är {seconds} s, de andra {expected} s.",
  interval_length_unknown: "{file}, rad {line}: inget säger hur långa intervallen är. Lägg till sluttid.",
  interval_not_aligned: "{file}, rad {line}, {column}: {value} är inte ett helt intervall av timmen.",
  interval_time: "{file}, rad {line}, {column}: {value} är ingen tid som 2025-03-31 08:00.",
  report_rows: "{file}: fler än {limit} rader.",
  as_of_differs: "{file}, rad {line}, {column}: {value}. Alla rader ska avse samma dag, {expected}.",
  blocked_below_codes: "{file}, rad {line}, {column}: {value} är färre än de {least} som SIP-koderna ger.",
  cell_date: "{file}, rad {line}, {column}: {value} är inget datum som 2025-03-31.",
  cell_period:
    "{file}, rad {line}, {column}: {value} är ingen period som 2025, 2025-Q1, 2025-03 eller 2025-W10.",
  cell_scale: "{file}, rad {line}, {column}: svar ges på skalan 1–10.",
  invited_differs:
    "{file}, rad {line}, {column}: {value} i stället för {expected}. Antalet tillfrågade ska vara detsamma i hela gruppen.",
  measure_unknown: "{file}, rad {line}, {column}: {value} är inget mått som lämnas som enskilt värde.",
  more_answers_than_invited: "{file}, rad {line}, {column}: {value} tillfrågade men {most} svar.",
  points_above_highest: "{file}, rad {line}, {column}: {value} är mer än högsta poäng {most}.",
  present_above_scheduled: "{file}, rad {line}, {column}: {value} närvarande men {most} schemalagda.",
  survey_unknown: "{file}, rad {line}, {column}: skriv kund eller personal.",
  time_contradiction: "{file}, rad {line}, {column}: {value} s är mer än de {most} s som tiden är en del av.",
};
