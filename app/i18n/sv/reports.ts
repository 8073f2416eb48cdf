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
};
