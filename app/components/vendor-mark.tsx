/** Colour and pattern of a vendor, the same in all charts of a tender. */
export interface VendorMark {
  /** Sets the colour; use `currentColor` inside. */
  readonly className: string;
  /** For the `fill` of an SVG shape; the page holds `<VendorPatterns />` once. */
  readonly fill: string;
}

const vendors = 6;

/** By the vendor's place in the tender's list, from 0. After six the marks start over: the name always stands beside. */
export function vendorMark(index: number): VendorMark {
  const number = (index % vendors) + 1;
  return { className: `vendor-${number}`, fill: `url(#vendor-pattern-${number})` };
}

/** What is drawn over the plain colour: nothing, slants, dots, a grid, lying and standing lines. */
const drawings = [
  "",
  "M-2 10 10-2M-2 2 2-2M6 10 10 6",
  "M2 2h.01M6 6h.01",
  "M0 4h8M4 0v8",
  "M0 2h8M0 6h8",
  "M2 0v8M6 0v8",
];

/** The patterns themselves; put it once on a page with vendor charts. */
export function VendorPatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        {drawings.map((drawing, index) => (
          <pattern
            key={drawing}
            id={`vendor-pattern-${index + 1}`}
            className={`vendor-${index + 1}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" fill="currentColor" />
            <path
              d={drawing}
              fill="none"
              className="stroke-surface"
              strokeWidth={index === 2 ? 2.5 : 1.5}
              strokeLinecap="round"
            />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** The small square before a vendor's name. */
export function VendorSwatch({ index }: { readonly index: number }) {
  return (
    <svg width="14" height="14" aria-hidden="true" className="inline-block align-[-0.1em]">
      <rect width="14" height="14" rx="3" fill={vendorMark(index).fill} />
    </svg>
  );
}
