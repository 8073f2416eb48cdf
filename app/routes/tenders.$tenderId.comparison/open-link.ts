import { useSearchParams } from "react-router";

/** The same page with one number opened. */
export function useOpenLink() {
  const [search] = useSearchParams();
  return (open: string) => {
    const next = new URLSearchParams(search);
    next.set("open", open);
    return `?${next}#explanation`;
  };
}
