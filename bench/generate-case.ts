/** A case of added value with so many bids and criteria, the points spread over their scales. */
export function generatedCase(bids: number, criteria: number, maxOf: (criterion: number) => number) {
  const maxima = Array.from({ length: criteria }, (_, j) => maxOf(j));
  return {
    id: `${bids} × ${criteria}`,
    model: "added_value_deduction",
    params: {
      criteria: maxima.map((max, j) => ({ id: `C${j}`, weight: String(100 + j), max: String(max) })),
    },
    bids: Array.from({ length: bids }, (_, i) => ({
      id: `B${i}`,
      price: String(1_000_000 + 977 * i),
      points: Object.fromEntries(maxima.map((max, j) => [`C${j}`, String((i * 31 + j * 17) % (max + 1))])),
    })),
  };
}
