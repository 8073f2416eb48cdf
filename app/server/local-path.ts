/** `wanted` when it is a path of our own, otherwise the start page: nobody is led to another site by a link to sign in. */
export function localPath(wanted: string | null): string {
  const base = "http://here.invalid";
  if (wanted === null || !wanted.startsWith("/") || !URL.canParse(wanted, base)) return "/";
  const { origin, pathname, search } = new URL(wanted, base);
  // A path may itself begin with two slashes, which a browser would read as another host.
  return origin === base && !pathname.startsWith("//") ? pathname + search : "/";
}
