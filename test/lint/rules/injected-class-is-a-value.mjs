/**
 * Refuses `import type` of a class that Nest reads at run time: what a constructor is given, and the body or query of a
 * request. It compiles, but the class is erased and Nest sees `Object` in its place: nothing to inject, or a body that
 * passes unchecked.
 */
export const injectedClassIsAValue = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      erased: 'Import {{name}} as a value: Nest reads it at run time, and `import type` erases it.',
    },
  },
  create(context) {
    const erased = new Set();
    const read = [];
    return {
      ImportDeclaration(node) {
        for (const specifier of node.specifiers) {
          if (node.importKind === 'type' || specifier.importKind === 'type') erased.add(specifier.local.name);
        }
      },
      MethodDefinition({ kind, value, parent }) {
        if (kind !== 'constructor') read.push(...value.params.filter(isChecked));
        // A class with any decorator: @Injectable, @Controller, @Catch; @Inject(token) does not need the class.
        else if (parent.parent.decorators?.length > 0) read.push(...value.params.filter((each) => !isToken(each)));
      },
      'Program:exit'() {
        for (const parameter of read) {
          const annotation = (parameter.parameter ?? parameter).typeAnnotation?.typeAnnotation;
          const name = annotation?.typeName && leftmost(annotation.typeName);
          if (erased.has(name)) context.report({ node: annotation, messageId: 'erased', data: { name } });
        }
      },
    };
  },
};

function isChecked({ decorators = [] }) {
  return decorators.some(({ expression }) => /^(Body|Query)$/.test(expression.callee?.name));
}

function isToken({ decorators = [] }) {
  return decorators.some(
    ({ expression }) => /^Inject/.test(expression.callee?.name) && expression.arguments.length > 0,
  );
}

function leftmost(typeName) {
  return typeName.type === 'TSQualifiedName' ? leftmost(typeName.left) : typeName.name;
}
