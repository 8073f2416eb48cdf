/** Line drawings on a 16 x 16 ground; colour is that of the text around them. */
const paths = {
  check: "M3 8.5 6.5 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  tilde: "M2.5 9.5c1.8-4 4-3.3 5.5-1.5s3.7 2.5 5.5-1.5",
  dash: "M4 8h8",
  warning: "M8 2.5 14.5 13.500H1.500ZM8 6.500v3.500M8 12v.1",
  info: "M8 7.200v4.300M8 4.500v.100M8 1.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z",
  search: "M7 2.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14",
  arrow: "M3 8h10M9 4l4 4-4 4",
  measured: "M2 13.500h12M4 13V8.500M8 13V3M12 13V6",
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside words; never the only carrier of a meaning. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`inline-block shrink-0 align-[-0.15em] ${className}`}
    >
      <path d={paths[name]} />
    </svg>
  );
}
