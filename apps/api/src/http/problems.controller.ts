import { createHash } from 'node:crypto';
import { Controller, Get, Header, HttpException, HttpStatus, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { policyOfData } from './protection.ts';
import { Public } from '../sign-in/signed-in.guard.ts';

const style = 'body{font:16px/1.5 system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem}h1{font-size:1.25rem}';
/** This text and no other is a style of the page. */
const digestOfStyle = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** Where the `type` of a problem leads: one short page for each code. */
@ApiExcludeController()
@Public()
@Controller('api/problems')
export class ProblemsController {
  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', `${policyOfData}; style-src '${digestOfStyle}'`)
  page(@Param('code') code: string): string {
    if (!/^[A-Z][A-Z0-9_]{2,80}$/.test(code))
      throw new HttpException('There is no such problem.', HttpStatus.NOT_FOUND);
    const words = code.toLowerCase().replaceAll('_', ' ');
    return (
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${code}</title>` +
      `<style>${style}</style>` +
      `<h1>${words.charAt(0).toUpperCase()}${words.slice(1)}</h1>` +
      `<p><code>${code}</code> is the stable code of a refusal. The answer that brought you here says in <code>detail</code> ` +
      'what was refused and what would be right, and in <code>errors</code> which field. Nothing was written: a refused ' +
      'request is rolled back whole.</p></html>'
    );
  }
}
