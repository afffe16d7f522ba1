import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { ProblemField } from './problem.ts';
import { InvalidBody } from './problem.filter.ts';

/** Unknown fields are refused and nothing is converted: a number stays a number, and money is not one. */
export function bodyPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: false,
    exceptionFactory: (errors) => new InvalidBody(errors.flatMap((error) => fieldsOf(error, ''))),
  });
}

function fieldsOf(error: ValidationError, parent: string): ProblemField[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    code: rule === 'whitelistValidation' ? 'UNKNOWN_FIELD' : rule.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
    detail: rule === 'whitelistValidation' ? `There is no field "${error.property}" here` : detail,
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => fieldsOf(child, pointer))];
}
