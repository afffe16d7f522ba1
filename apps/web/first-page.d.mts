export function firstPage(folder: string): { script: number; style: number };
