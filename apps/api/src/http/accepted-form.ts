import { HttpException, HttpStatus } from '@nestjs/common';

/** How a report comes. */
export const reportForms = ['application/json', 'application/pdf', 'text/csv'] as const;

/** The first of our forms that the caller names; JSON where any will do. Errors: 406. */
export function acceptedForm(accept: string | undefined): (typeof reportForms)[number] {
  if (accept === undefined || accept === '') return 'application/json';
  const wanted = accept
    .split(',')
    .filter((one) => !/;\s*q=0(\.0{0,3})?\s*$/i.test(one)) // anything but this
    .map((one) => one.split(';')[0]?.trim() ?? '');
  const form = wanted.map((one) => reportForms.find((known) => known === one)).find((known) => known !== undefined);
  if (form !== undefined) return form;
  if (wanted.some((one) => one === '*/*' || one === 'application/*')) return 'application/json';
  throw new HttpException(`The report comes as ${reportForms.join(', ')}.`, HttpStatus.NOT_ACCEPTABLE);
}
