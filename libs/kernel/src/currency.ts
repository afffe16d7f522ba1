import { Unknown } from './domain-error.ts';

/** A currency of ISO 4217: its alphabetic code and how many decimals its minor unit has (USD 2, XOF 0, KWD 3). */
export class Currency {
  private constructor(
    readonly code: string,
    readonly decimals: number,
  ) {}

  /** Errors: UnknownCurrency. */
  static of(code: string): Currency {
    const currency = Currency.byCode.get(code);
    if (currency === undefined) throw new UnknownCurrency(code);
    return currency;
  }

  static all(): Currency[] {
    return [...Currency.byCode.values()];
  }

  toString(): string {
    return this.code;
  }

  // Source: ISO 4217 active codes; funds and metals (XAU, XDR, ...) are no currencies of an invoice and are left out.
  private static readonly codesByDecimals: Readonly<Record<number, string>> = {
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    2:
      'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY ' +
      'COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR ' +
      'IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD ' +
      'NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP ' +
      'SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  };

  private static readonly byCode: ReadonlyMap<string, Currency> = new Map(
    Object.entries(Currency.codesByDecimals).flatMap(([decimals, codes]) =>
      codes.split(' ').map((code) => [code, new Currency(code, Number(decimals))]),
    ),
  );
}

export class UnknownCurrency extends Unknown {
  constructor(code: string) {
    super(`"${code}" is not a currency code of ISO 4217, such as USD or CHF.`);
  }
}
