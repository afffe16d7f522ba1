// Points on a sheet are not money.
export const point = Math.round(12.345);
