import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { qrCode } from './qr-code.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const uri = `otpauth://totp/Recoup:BRS.head?issuer=Recoup&secret=${secret}&algorithm=SHA1&digits=6&period=30`;

describe('the QR code of a secret', () => {
  const { size, path } = qrCode(uri);

  it('is the picture that a reader of another make has read back, letter for letter', () => {
    // jsQR 1.4.0, on 25 November 2026; another picture wants to be read again before its digest stands here.
    expect([size, createHash('sha256').update(path).digest('hex')]).toEqual([
      53,
      '27fe79d26d6c82e6b6fd0229a82a2cf09b1cea84e96069bf9d4b9990c15226ff',
    ]);
  });

  it('has four light modules on each side', () => {
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((run) => run.slice(1).map(Number));
    expect(runs.length).toBeGreaterThan(300);
    for (const [x = 0, y = 0, length = 0, back = 0] of runs) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size - 4);
      expect(back).toBe(length);
    }
  });
});
