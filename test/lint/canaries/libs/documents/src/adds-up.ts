export const total = Math.round(12.345); // refused: recoup/one-way-to-round
