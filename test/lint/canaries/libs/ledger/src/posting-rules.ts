// A pure file: every line that asks the computer for something is refused.
export const setting = process.env['RECOUP_MODE']; // refused: recoup/rules-ask-no-computer
export const everything = globalThis; // refused: recoup/rules-ask-no-computer
export const instant = Date.now(); // refused: recoup/rules-ask-no-computer
export const today = new Date(); // refused: recoup/rules-ask-no-computer
export const words = Date(); // refused: recoup/rules-ask-no-computer
export const lap = performance.now(); // refused: recoup/rules-ask-no-computer
export const chance = Math.random(); // refused: recoup/rules-ask-no-computer
export const id = crypto.randomUUID(); // refused: recoup/rules-ask-no-computer
export const rate = () => fetch('https://example.org/rate'); // refused: recoup/rules-ask-no-computer

export const given = new Date('2025-11-05T12:00:00Z');
export const parsed = Date.parse('2025-11-05T12:00:00Z');
