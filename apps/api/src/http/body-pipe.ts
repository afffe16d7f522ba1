import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { ProblemField } from './problem.ts';
import { InvalidBody } from './problem.filter.ts';

/** Unknown fields are refused and nothing is converted: a number stays a number, and money is not one. */
export function bodyPipe(): PipeTransform {
  const pipe = new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: false,
    exceptionFactory: (errors) => new FormErrors(errors),
  });
  return {
    transform: async (value: unknown, metadata: ArgumentMetadata): Promise<unknown> => {
      try {
        const ofNoClass = overlooked(value);
        if (ofNoClass.length > 0) throw new FormErrors(ofNoClass);
        return await pipe.transform(value, metadata);
      } catch (error) {
        throw error instanceof FormErrors ? invalid(error.found, metadata) : error;
      }
    },
  };
}

/** Fields under a name that every object has: class-transformer passes over them, and they would be taken for nothing. */
function overlooked(value: unknown): ValidationError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([property, below]): ValidationError[] => {
    if (property === '__proto__' || property === 'constructor')
      return [{ property, constraints: { whitelistValidation: '' } }];
    const children = overlooked(below);
    return children.length === 0 ? [] : [{ property, children }];
  });
}

class FormErrors extends Error {
  constructor(readonly found: ValidationError[]) {
    super('The form is wrong.');
  }
}

function invalid(errors: readonly ValidationError[], { type, metatype }: ArgumentMetadata): InvalidBody {
  const isQuery = type === 'query';
  const parameters = isQuery ? parametersOf(metatype) : undefined;
  return new InvalidBody(
    errors.flatMap((error) => fieldsOf(error, '', parameters)),
    { isQuery },
  );
}

/** The names that an address takes behind its ?. */
function parametersOf(metatype: ArgumentMetadata['metatype']): string[] {
  if (metatype === undefined) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].toSorted();
}

/** `parameters`: of a query; undefined of a body, where there may be many and /api/docs names them. */
function fieldsOf(error: ValidationError, parent: string, parameters?: readonly string[]): ProblemField[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const unknown =
    parameters === undefined
      ? `There is no field "${error.property}" here`
      : `There is no parameter "${error.property}" here; there is ${parameters.join(', ')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    code: rule === 'whitelistValidation' ? 'UNKNOWN_FIELD' : rule.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(),
    detail: rule === 'whitelistValidation' ? unknown : detail,
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => fieldsOf(child, pointer))];
}
