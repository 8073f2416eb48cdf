const dashes = ["", "8 4", "2 4", "10 3 2 3", "4 4", "12 6"];

/** How a bid's line is drawn, by its place: bids are told apart by their dashes and letters, colour only helps. */
export const lineOf = (index: number) => ({
  className: `vendor-${index + 1}`,
  stroke: "currentColor",
  strokeWidth: 2,
  strokeDasharray: dashes[index],
});

/** A piece of a bid's line, beside its letter. */
export function BidLine({ index }: { index: number }) {
  return (
    <svg width="20" height="6" aria-hidden="true">
      <line x2="20" y1="3" y2="3" {...lineOf(index)} />
    </svg>
  );
}
