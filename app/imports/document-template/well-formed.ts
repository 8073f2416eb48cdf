const opens = /^<([A-Za-z_][\w.-]*(?::[\w.-]+)?)(?=[\s/>])/;

/**
 * Whether every element of an XML text is closed in its turn. What is copied from one office file into another must
 * be: one tag too many and no program opens the result. Goes through the text once; entities, names and values are
 * left to the programs that read them.
 */
export function isWellFormed(xml: string): boolean {
  const stack: string[] = [];
  let elements = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const end = endOfTag(xml, at);
    if (end < 0) return false;
    const tag = xml.slice(at, end);
    at = end;
    if (tag.startsWith("<?") || tag.startsWith("<!--")) continue;
    if (tag.startsWith("<!")) return false;
    if (tag.startsWith("</")) {
      if (stack.pop() !== tag.slice(2, -1).trim()) return false;
      continue;
    }
    const name = opens.exec(tag)?.[1];
    if (name === undefined || (stack.length === 0 && elements > 0)) return false;
    elements += 1;
    if (!tag.endsWith("/>")) stack.push(name);
  }
  return elements > 0 && stack.length === 0;
}

/** Position after the tag that begins at `start`; -1 when it never ends. A `>` in quotes is part of a value. */
function endOfTag(xml: string, start: number): number {
  if (xml.startsWith("<!--", start)) {
    const end = xml.indexOf("-->", start + 4);
    return end < 0 ? -1 : end + 3;
  }
  let quote = "";
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
      else if (character === "<") return -1;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
    else if (character === "<") return -1;
  }
  return -1;
}
