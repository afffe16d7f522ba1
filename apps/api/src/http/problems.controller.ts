import { Controller, Get, Header, HttpException, HttpStatus, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../sign-in/signed-in.guard.ts';

/** Where the `type` of a problem leads: one short page for each code. */
@ApiExcludeController()
@Public()
@Controller('api/problems')
export class ProblemsController {
  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  page(@Param('code') code: string): string {
    if (!/^[A-Z][A-Z0-9_]{2,80}$/.test(code))
      throw new HttpException('There is no such problem.', HttpStatus.NOT_FOUND);
    const words = code.toLowerCase().replaceAll('_', ' ');
    return (
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${code}</title>` +
      '<body style="font:16px/1.5 system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem">' +
      `<h1 style="font-size:1.25rem">${words.charAt(0).toUpperCase()}${words.slice(1)}</h1>` +
      `<p><code>${code}</code> is the stable code of a refusal. The answer that brought you here says in <code>detail</code> ` +
      'what was refused and what would be right, and in <code>errors</code> which field. Nothing was written: a refused ' +
      'request is rolled back whole.</p></body></html>'
    );
  }
}
