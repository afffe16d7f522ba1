console.log('What an application says to its user is its work.');
export const amount = parseFloat('0.1'); // refused: recoup/money-stays-exact
