/**
 * What is given to `query(...)` must be plain to see where it is called: text, constants of the same file, and texts put
 * together from these. Values travel as parameters ($1), never within the text.
 */
export const sqlIsConstant = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      built:
        'The text of a statement is a constant; give values as parameters ($1). Only libs/platform builds statements.',
    },
  },
  create(context) {
    return {
      'CallExpression[callee.property.name="query"]'(node) {
        const [statement] = node.arguments;
        if (statement !== undefined && !isConstant(statement)) {
          context.report({ node: statement, messageId: 'built' });
        }
      },
    };

    function isConstant(node) {
      switch (node.type) {
        case 'Literal':
          return true;
        case 'TemplateLiteral':
          return node.expressions.every(isConstant);
        case 'BinaryExpression':
          return node.operator === '+' && isConstant(node.left) && isConstant(node.right);
        case 'ConditionalExpression':
          return isConstant(node.consequent) && isConstant(node.alternate);
        case 'TSAsExpression':
          return node.typeAnnotation.type === 'TSTypeReference' && isConstant(node.expression); // `as const`
        default: {
          const value = constantValue(node);
          return value !== undefined && isConstant(value);
        }
      }
    }

    /** `const found = ...` in this file, at the name `found`. */
    function constantValue(node) {
      if (node.type !== 'Identifier') return undefined;
      for (let scope = context.sourceCode.getScope(node); scope !== null; scope = scope.upper) {
        const definition = scope.set.get(node.name)?.defs[0];
        if (definition === undefined) continue;
        return definition.type === 'Variable' &&
          definition.parent.kind === 'const' &&
          definition.node.id.type === 'Identifier'
          ? (definition.node.init ?? undefined)
          : undefined;
      }
      return undefined;
    }
  },
};
