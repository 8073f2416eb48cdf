/** `__Host-` binds the cookie to this very host over https; on plain-http loopback browsers would drop it. */
export const cookieName = (url: string): string => (url.startsWith("https:") ? "__Host-sid" : "sid");

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

/** `token` null ends the cookie. */
export function sessionCookie(url: string, token: string | null): string {
  const secure = url.startsWith("https:") ? "; Secure" : "";
  const life = token === null ? "; Max-Age=0" : "";
  return `${cookieName(url)}=${token ?? ""}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`;
}

export const languageCookie = (language: string): string =>
  `lang=${language}; Path=/; SameSite=Lax; Max-Age=31536000`;
