const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Attributes lose their line ends and tabs when they are read, unless they are written as references. */
const SPACES: Readonly<Record<string, string>> = { "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };

/** Text of an element; characters that XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character])
    .replaceAll(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("\r", SPACES["\r"]);
}

/** Value of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll(/[\t\n]/g, (character) => SPACES[character]);
}

/** An element with attributes, those that are undefined left out, and what is in it: XML already. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, content = ""): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
