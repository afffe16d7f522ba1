const letters = 'aáeéiíoóuúcçnñyýAÁEÉIÍOÓUÚCÇNÑYÝ';
const accents = new Map(
  [...letters].flatMap((letter, index) => (index % 2 === 0 ? [[letter, letters[index + 1]]] : [])) as [
    string,
    string,
  ][],
);

/**
 * A sentence that everybody can read and nobody wrote: accented and bracketed, so that a text that was never marked for
 * translation stands out. What lies within braces is ICU's, and stays. "Charges of {meeting}" -> "[Çhárgés óf {meeting}]"
 */
export function pseudo(message: string): string {
  let depth = 0;
  const said = [...message].map((letter) => {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    return depth === 0 ? (accents.get(letter) ?? letter) : letter;
  });
  return `[${said.join('')}]`;
}
