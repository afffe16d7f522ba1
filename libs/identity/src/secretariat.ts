/** One of the two sides of an agreement: a secretariat with its own budget and its own certifying chain. */
export class Secretariat {
  code: string;
  name: string;
  address: string[]; // as printed, one line each
  contact: string | null; // whom to ask, as printed
  settlementMethod: string; // how what it is owed is paid
  paymentMeansCode: string; // UNCL 4461
  paymentTermDays: number | null; // after the day of issue; null where none is agreed
  vatCategory: string; // UNCL 5305
  vatExemptionCode: string | null; // VATEX
  vatReason: string;

  constructor(facts: Pick<Secretariat, 'code' | 'name' | 'address'> & Partial<Secretariat>) {
    Object.assign(this, ofTheUnitedNations, facts);
  }
}

/** What a secretariat within the United Nations says where nothing else is stated: the defaults of its columns as well. */
const ofTheUnitedNations: Omit<Secretariat, 'code' | 'name' | 'address'> = {
  contact: null,
  settlementMethod: 'Inter-fund journal voucher',
  paymentMeansCode: '97', // clearing between partners
  paymentTermDays: null,
  vatCategory: 'O',
  vatExemptionCode: 'VATEX-EU-O',
  vatReason: 'Not subject to VAT: United Nations, Convention on the Privileges and Immunities of 1946, section 7',
};
