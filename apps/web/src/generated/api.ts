// Made by `npm run api-types` from the OpenAPI document of the server. Not to be edited.

export interface paths {
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table of actions: who may do what, for which side, and what it asks for */
        get: operations["People_actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All service agreements */
        get: operations["Agreements_list"];
        put?: never;
        /** Drafts an agreement; charges under it are provisional until both sides have signed */
        post: operations["Agreements_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agreement with its ceiling and its signatures */
        get: operations["Agreements_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{number}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records one side’s signature; the second makes it binding and what was provisional is no more */
        post: operations["Agreements_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to what, newest first, narrowed by the filters */
        get: operations["Audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-reports/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An audit report as it was issued */
        get: operations["Bienniums_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bienniums/{biennium}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole audit with its checks, as JSON, PDF or CSV by the Accept header */
        get: operations["Bienniums_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bienniums/{biennium}/audit-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues the audit as a numbered paper that is kept as it is */
        post: operations["Bienniums_issueAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bienniums/{biennium}/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who owes whom, by direction, agreement, family and fund */
        get: operations["Bienniums_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bienniums/{biennium}/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Debits, credits and balance of every account of both books, added up from the postings */
        get: operations["Bienniums_trialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budget-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Budget lines: allotment and what is charged on it, both without programme support cost */
        get: operations["Reference_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charge-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the charges of the same filters come to, by agreement and state */
        get: operations["ChargeTotals_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Charges, newest first, narrowed by the filters */
        get: operations["Charges_list"];
        put?: never;
        /** Records one charge: delivered units, priced and split by what was in force on the day of delivery */
        post: operations["Charges_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One charge, with how its amount came about */
        get: operations["Charges_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/certification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The certifying officer accepts the cost (Financial Rule 105.5): posted in both books */
        post: operations["Charges_certify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a charge has posted, in both books */
        get: operations["Charges_postings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The client confirms the units */
        post: operations["Charges_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records many charges: all of them, or none with the place of the first that is wrong */
        post: operations["Charges_recordAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/certifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The certifying officer accepts many charges at once; each posts in both books */
        post: operations["Charges_certifyAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The client confirms the units of many charges at once */
        post: operations["Charges_receiveAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a sponsored delegate’s trip as one charge at what it cost */
        post: operations["Charges_recordTrip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published checkpoints of the books, newest first */
        get: operations["Sealing_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checkpoints/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest published checkpoint, as the note that was signed */
        get: operations["Sealing_latest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may do what, from when to when, with what is proposed and what has ended */
        get: operations["People_list"];
        put?: never;
        /** An administrator proposes a designation for somebody else; it gives nothing yet */
        post: operations["People_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designations/{id}/countersignature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An approving officer, a third person, countersigns: it is in force at once */
        post: operations["People_countersign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a designation before its last day, at once, for a reason */
        post: operations["People_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designations/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An approving officer declines what was proposed, for a reason */
        post: operations["People_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{number}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What proves that an issued document is in the signed books, and shows no other */
        get: operations["Sealing_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dsa-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Daily subsistence allowances by place, all effective days */
        get: operations["Reference_dsaRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/edit-logs/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to what, with before and after, reason and leaf, of a financial year, a month or a biennium: as JSON, PDF or CSV by the Accept header. Each report that is taken out is an act itself */
        get: operations["EditLog_editLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices and credit notes, newest first, narrowed by the filters */
        get: operations["Invoices_list"];
        put?: never;
        /** Prepares an invoice: a draft that holds its charges and has no number yet */
        post: operations["Invoices_prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a draft go; its charges are free again and no number was used */
        post: operations["Invoices_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/issuance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The approving officer (Financial Rule 105.6) issues a draft: number, paper and postings in one transaction */
        post: operations["Invoices_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice or credit note, by its number or by the id of a draft */
        get: operations["Invoices_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the paper says, in canonical JSON: its SHA-256 stands on the paper. Of a draft, what it would say if it were issued today */
        get: operations["Invoices_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prepares a credit note: a draft that holds what it gives back, split as the charge was */
        post: operations["Invoices_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper: the bytes stored when it was issued, or a preview of a draft */
        get: operations["Invoices_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{number}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invoice or credit note has posted, in both books */
        get: operations["Invoices_postings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings, by their first day */
        get: operations["Reference_meetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/netting-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a netting statement: both directions gross, and who pays the difference. It posts nothing */
        post: operations["Settlements_net"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/netting-statements/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A netting statement as it was issued */
        get: operations["Settlements_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operational-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** UN operational rates of exchange, all effective days */
        get: operations["Reference_operationalRates"];
        put?: never;
        /** Adds a list of operational rates; rates are never changed, and a list may carry some currencies only */
        post: operations["Reference_addOperationalRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acts for the two secretariats, by code */
        get: operations["Reference_people"];
        put?: never;
        /** Adds a person, who may do nothing yet */
        post: operations["People_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{code}/traveller-references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says under which reference a person travels: they act on none of these trips */
        post: operations["People_nameTraveller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each biennium that has entries, or the one named, with its 24 months and their states */
        get: operations["Periods_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A month or a biennium: its state, what was done to it, and its final balances */
        get: operations["Periods_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A finance officer proposes to close a period that is over, with the checklist of what stands in it */
        post: operations["Periods_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}/reopen-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An approving officer asks for a locked period to be opened again */
        post: operations["Periods_requestReopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}/reopenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An approving officer of the other secretariat agrees: entries are posted again, after a closing */
        post: operations["Periods_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An approving officer signs the figures: the first signature freezes them, the other side’s locks the period */
        post: operations["Periods_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{period}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An approving officer takes back a closing that is not locked, or declines to reopen */
        post: operations["Periods_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rate-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices of own services, all periods */
        get: operations["Reference_rateCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secretariats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The two sides */
        get: operations["Reference_secretariats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service catalogue */
        get: operations["Reference_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, with which duties */
        get: operations["Session_session"];
        put?: never;
        /** Signs in; the answer sets the cookie of the session */
        post: operations["Session_signIn"];
        /** Signs out: the session ends at once, and its cookie is taken back */
        delete: operations["Session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the payer’s ledger settled these documents whole, in both books */
        post: operations["Settlements_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one signs in here; in books that show the sample, as whom */
        get: operations["Session_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/split-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Split keys, all versions */
        get: operations["Reference_splitKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terminal-expenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terminal expenses, all effective days */
        get: operations["Reference_terminalExpenses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trust-funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trust funds with their rate of programme support cost */
        get: operations["Reference_funds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trust-funds/{code}/cash-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** States the cash that a fund can commit: from then on its charges are counted against it */
        post: operations["Reference_stateCashLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last nights’ verifications came to, newest first */
        get: operations["Audit_verifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications/lifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets posting go on after a verification that failed, with a reason; the next verification looks again */
        post: operations["Audit_lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers, and requests can be served */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far sealing and the archive of the log are, and what the last verification came to, as Prometheus reads it */
        get: operations["Metrics_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActionRulesAnswer: {
            items: components["schemas"]["ActionRuleShown"][];
        };
        ActionRuleShown: {
            /** @description Whether an API key may */
            byKey: boolean;
            /** @enum {string} */
            code: "agreement.draft" | "agreement.sign" | "charge.record" | "charge.receive" | "charge.certify" | "invoice.prepare" | "invoice.credit" | "invoice.issue" | "invoice.discard" | "settlement.record" | "netting.issue" | "audit.issue" | "period.close" | "period.sign" | "period.withdraw" | "period.request-reopening" | "period.reopen" | "fund.state-cash" | "rates.add" | "posting.resume" | "restore.answer" | "person.add" | "person.name-traveller" | "designation.propose" | "designation.countersign" | "designation.decline" | "designation.end";
            conditions: string[];
            /** @description Any one of them */
            duties: string[];
            leadsTo: string;
            /** @enum {string} */
            side: "PROVIDER" | "CLIENT" | "PARTY" | "OWN";
            /** @description Asks for a proof of who acts that is ten minutes old at most */
            stepUp: boolean;
            /** @example Certify */
            title: string;
        };
        ActionShown: {
            /**
             * @example charge.certify
             * @enum {string}
             */
            action: "agreement.draft" | "agreement.sign" | "charge.record" | "charge.receive" | "charge.certify" | "invoice.prepare" | "invoice.credit" | "invoice.issue" | "invoice.discard" | "settlement.record" | "netting.issue" | "audit.issue" | "period.close" | "period.sign" | "period.withdraw" | "period.request-reopening" | "period.reopen" | "fund.state-cash" | "rates.add" | "posting.resume" | "restore.answer" | "person.add" | "person.name-traveller" | "designation.propose" | "designation.countersign" | "designation.decline" | "designation.end";
            /** @description Whether whoever asks may: what the books would say, the ceilings apart */
            allowed: boolean;
            /** @example /api/v1/charges/A1-01/certification */
            href: string;
            /** @example POST */
            method: string;
            /**
             * @description Why not, and who could; null where it is allowed
             * @example You recorded this charge. Another certifying officer of MC-GTF must act: 2 people.
             */
            reason: string | null;
            /**
             * @description The state it leads to
             * @example CERTIFIED
             */
            resultsIn: string;
            /** @example Certify */
            title: string;
        };
        ActShown: {
            /** Format: date-time */
            at: string;
            /** @example MINAMATA.finance */
            by: string;
        };
        AgreementAnswer: {
            availableActions: components["schemas"]["ActionShown"][];
            /** @example 2024-2025 */
            biennium: string;
            ceiling: components["schemas"]["MoneyShown"];
            /** @description Certified less credited */
            charged: components["schemas"]["MoneyShown"];
            /** @example BRS */
            client: string;
            clientAllocation: {
                [key: string]: unknown;
            }[];
            /** Format: date */
            effectiveOn: string;
            /** Format: date */
            endsOn: string;
            families: string[];
            free: components["schemas"]["MoneyShown"];
            mandates: string[];
            /** @example BRS-COPS-2025 */
            meeting: string;
            /** @example CRA-2025-001 */
            number: string;
            /** @example CLIENT_FUND */
            programmeSupportCost: string;
            /** @example MINAMATA */
            provider: string;
            providerCredit: {
                [key: string]: unknown;
            };
            signatures: components["schemas"]["SignatureShown"][];
            /** Format: date */
            signedOn: string | null;
            /** @example SIGNED */
            state: string;
            travelMode: string | null;
            version: number;
        };
        AgreementFigures: {
            /** @example CRA-2025-001 */
            agreement: string;
            /** @example 48988.52 */
            chargedUsd: string;
            /** @example 240.50 */
            creditedUsd: string;
            /** @example 48748.02 */
            invoicedUsd: string;
            /**
             * @description Charged less credited less settled
             * @example 48748.02
             */
            openUsd: string;
            /** @example 0.00 */
            settledUsd: string;
        };
        AgreementRequest: {
            /** @example 2024-2025 */
            biennium: string;
            /** @description In USD, excluding programme support cost */
            ceiling: components["schemas"]["MoneyBody"];
            /** @example BRS */
            client: string;
            clientAllocation: components["schemas"]["ClientAllocationRequest"][];
            /**
             * Format: date
             * @example 2025-03-01
             */
            effectiveOn: string;
            /**
             * Format: date
             * @example 2025-12-31
             */
            endsOn: string;
            families: string[];
            /** @description Decisions that mandate it */
            mandates: string[];
            /** @example BRS-COPS-2025 */
            meeting: string;
            /** @example CRA-2025-001 */
            number: string;
            /** @enum {string} */
            programmeSupportCost: "CLIENT_FUND" | "INCLUDED_IN_RATE" | "EXEMPT";
            /** @example MINAMATA */
            provider: string;
            /** @description The provider’s funds credited, or providerCreditSplitKey */
            providerCredit?: components["schemas"]["FundWeightRequest"][];
            /** @example BRS-BY-BUDGET */
            providerCreditSplitKey?: string;
            /** @enum {string} */
            travelMode?: "ADVANCED_BY_PROVIDER" | "DIRECT_CODING";
        };
        AgreementsAnswer: {
            items: components["schemas"]["AgreementAnswer"][];
        };
        ArchiveAnswer: {
            /** @description Why nothing can be archived, and since when; null where all is well */
            trouble: string | null;
            /** @description Finished files of the log that are on this machine only */
            waiting: number;
        };
        AuditEventPage: {
            items: components["schemas"]["AuditEventShown"][];
            nextCursor: string | null;
        };
        AuditEventShown: {
            /** @example CHARGES_CERTIFIED */
            action: string;
            after: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            at: string;
            before: {
                [key: string]: unknown;
            } | null;
            /** Format: uuid */
            id: string;
            /** @example charge */
            kind: string;
            /** @description All that this one command acted on */
            objects: string[];
            /** @example BRS.certifying */
            person: string;
            reason: string | null;
            /** @description The X-Request-Id of the request that asked for it */
            requestId: string | null;
            /** @example BRS */
            secretariat: string;
        };
        BudgetLineShown: {
            /** @example 1 */
            activity: string;
            /** @example 18500.00 */
            allotmentUsd: string;
            /** @example 2024-2025 */
            biennium: string;
            /**
             * @description Certified less credited
             * @example 16249.35
             */
            chargedUsd: string;
            /** @example BC-1-COP17 */
            code: string;
            /** @example BC */
            fund: string;
            title: string;
        };
        BudgetLinesShown: {
            items: components["schemas"]["BudgetLineShown"][];
        };
        CashLimitRequest: {
            /** @description Zero or more, in USD, and not below what the fund bears already */
            limit: components["schemas"]["MoneyBody"];
            /**
             * @description What the statement rests on
             * @example Contributions received to 30 June
             */
            reason: string;
        };
        CertificationRequest: {
            /**
             * @description Why it comes late: needed where the month of delivery is closed, and kept with the prior-period adjustment
             * @example The supplier billed in February
             */
            adjustmentReason?: string;
        };
        CertificationsRequest: {
            /**
             * @description Why it comes late: needed where the month of delivery is closed, and kept with the prior-period adjustment
             * @example The supplier billed in February
             */
            adjustmentReason?: string;
            /** @example A1-01 */
            charges: string[];
        };
        ChargeAnswer: {
            actualCost: components["schemas"]["MoneyShown"] | null;
            /** @example CRA-2025-001 */
            agreement: string;
            amount: components["schemas"]["MoneyShown"];
            availableActions: components["schemas"]["ActionShown"][];
            /** @example 2024-2025 */
            biennium: string;
            certified: components["schemas"]["ActShown"] | null;
            /** @example BRS */
            client: string;
            clientShares: components["schemas"]["ShareShown"][];
            credited: components["schemas"]["MoneyShown"];
            /** @example 0 */
            creditedQuantity: string;
            /** Format: date */
            deliveredFrom: string | null;
            /** Format: date */
            deliveredOn: string;
            evidence: string | null;
            /** @example REGISTRATION */
            family: string;
            /** @example A1-05 */
            id: string;
            /** @example MINAMATA-2025-0001 */
            invoice: string | null;
            /** @example BDG-RNT */
            item: string;
            /** @enum {string} */
            nature: "OWN_SERVICE" | "PASS_THROUGH";
            note: string | null;
            operationalRate: components["schemas"]["OperationalRateShown"] | null;
            /** @example MINAMATA */
            provider: string;
            providerShares: components["schemas"]["ShareShown"][];
            /** @example 1 */
            quantity: string;
            received: components["schemas"]["ActShown"] | null;
            recorded: components["schemas"]["ActShown"];
            /** @example CERTIFIED */
            state: string;
            /** Format: date */
            supplierInvoiceOn: string | null;
            title: string;
            traveller: string | null;
            trip: components["schemas"]["TripShown"] | null;
            /**
             * @description UN/ECE Recommendation 20
             * @example LS
             */
            unit: string;
            unitRate: components["schemas"]["UnitRateShown"] | null;
            /** @example 3 */
            version: number;
        };
        ChargePage: {
            items: components["schemas"]["ChargeAnswer"][];
            nextCursor: string | null;
        };
        ChargeRequest: {
            /** @description Pass-through only: what the supplier took */
            actualCost?: components["schemas"]["MoneyBody"];
            /** @example CRA-2025-001 */
            agreement: string;
            /**
             * Format: date
             * @example 2025-04-27
             */
            deliveredFrom?: string;
            /**
             * Format: date
             * @description The last day of delivery: its rates, its month and its biennium apply
             * @example 2025-05-09
             */
            deliveredOn: string;
            /** @description Reference of the evidence: required reading for an auditor of a pass-through cost */
            evidence?: string;
            /**
             * @description Yours; given by the ledger where it is absent
             * @example A1-01
             */
            id?: string;
            /** @example DOC-CTL */
            item: string;
            note?: string;
            /**
             * @description Delivered units, at most six decimals
             * @example 13
             */
            quantity: string;
            /**
             * Format: date
             * @example 2025-04-22
             */
            supplierInvoiceOn?: string;
            /** @description A reference, never a name */
            traveller?: string;
        };
        ChargesAnswer: {
            items: components["schemas"]["ChargeAnswer"][];
        };
        ChargesNamed: {
            /** @example A1-01 */
            charges: string[];
        };
        ChargesRequest: {
            /** @description All of them are recorded, or none */
            charges: components["schemas"]["ChargeRequest"][];
        };
        ChargeTotalsAnswer: {
            /** @description Of all of them */
            amount: components["schemas"]["MoneyShown"];
            /** @description Of all of them */
            count: number;
            /** @description Of all of them */
            credited: components["schemas"]["MoneyShown"];
            items: components["schemas"]["ChargeTotalShown"][];
        };
        ChargeTotalShown: {
            /** @example CRA-2025-001 */
            agreement: string;
            amount: components["schemas"]["MoneyShown"];
            /** @example BRS */
            client: string;
            count: number;
            credited: components["schemas"]["MoneyShown"];
            /** @example MINAMATA */
            provider: string;
            /** @example CERTIFIED */
            state: string;
        };
        ChecklistItemShown: {
            /** @description False where it is listed only */
            blocks: boolean;
            /** @example 2: A1-01, A1-02. */
            finding: string;
            holds: boolean;
            /** @example Every charge is certified */
            name: string;
        };
        CheckpointAnswer: {
            /**
             * @example [
             *       "MINAMATA/witness"
             *     ]
             */
            cosignedBy: string[];
            /** @description The signed note (C2SP), with its cosignatures */
            note: string;
            /**
             * @example [
             *       "DOCUMENT_ISSUED"
             *     ]
             */
            occasions: string[];
            /** Format: date-time */
            publishedAt: string;
            /**
             * @description Root of the tree, base64
             * @example ZSGIRIWhEoNQpiRHDBDlD9g5P0pAz2flwUvKxX3ceUc=
             */
            root: string;
            /** Format: date-time */
            sealedAt: string;
            /**
             * @description Leaves of the tree
             * @example 2048
             */
            size: number;
        };
        CheckpointPage: {
            items: components["schemas"]["CheckpointAnswer"][];
            nextCursor: string | null;
        };
        ClientAllocationRequest: {
            /** @description Trust fund to budget line: {"BC": "BC-1-COP17"} */
            budgetLines: {
                [key: string]: string;
            };
            /** @description The service families that are borne like this */
            families: string[];
            /**
             * @description A dated key; absent where one budget line bears all
             * @example COP-EQUAL-THIRDS
             */
            splitKey?: string;
        };
        CreditLineRequest: {
            /** @description USD to give back of a pass-through cost */
            amount?: components["schemas"]["MoneyBody"];
            /** @example A1-03 */
            charge: string;
            /**
             * @description Units to give back of an own service
             * @example 37
             */
            quantity?: string;
        };
        CreditNoteDraftRequest: {
            lines: components["schemas"]["CreditLineRequest"][];
            /** @example duplicate badges */
            reason: string;
        };
        DemoPersonShown: {
            /** @example BRS.finance */
            account: string;
            /**
             * @example [
             *       "FINANCE_OFFICER"
             *     ]
             */
            duties: string[];
            /** @example Finance officer, BRS */
            name: string;
            /** @example BRS */
            secretariat: string;
        };
        DesignationAnswer: {
            /** @description For want of somebody, until a day */
            acting: boolean;
            /** @description Who countersigned or declined it */
            decidedBy: string | null;
            /** @enum {string} */
            duty: "FINANCE_OFFICER" | "CERTIFYING_OFFICER" | "APPROVING_OFFICER" | "AUDITOR" | "ADMINISTRATOR";
            endedBy: string | null;
            endReason: string | null;
            /**
             * @description Of a certifying officer; "" for the other duties
             * @example BC
             */
            fund: string;
            /** Format: uuid */
            id: string;
            /** @example BRS.certifying */
            person: string;
            /** @description Null where it came with the books */
            proposedBy: string | null;
            reason: string | null;
            /** @example BRS */
            secretariat: string;
            /** @enum {string} */
            state: "PROPOSED" | "DECLINED" | "TO_COME" | "IN_FORCE" | "OVER" | "ENDED";
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
        };
        DesignationReason: {
            /** @description It stays with the books */
            reason: string;
        };
        DesignationRequest: {
            /** @description For want of somebody; a side with fewer than four officers needs the other side for it */
            acting?: boolean;
            /** @enum {string} */
            duty: "FINANCE_OFFICER" | "CERTIFYING_OFFICER" | "APPROVING_OFFICER" | "AUDITOR" | "ADMINISTRATOR";
            /**
             * @description Of a certifying officer, and of no other
             * @example BC
             */
            fund?: string;
            /** @example BRS.jd */
            person: string;
            /** @description It stays with the books */
            reason: string;
            /**
             * Format: date
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * Format: date
             * @description The last day
             * @example 2026-12-31
             */
            validTo: string;
        };
        DesignationsAnswer: {
            items: components["schemas"]["DesignationAnswer"][];
        };
        DesignationShown: {
            /** @example CERTIFYING_OFFICER */
            duty: string;
            /**
             * @description of a certifying officer; "" for the other duties
             * @example BC
             */
            fund: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
        };
        DirectionFigures: {
            /** @example 48988.52 */
            chargedUsd: string;
            /** @example BRS */
            client: string;
            /** @example 240.50 */
            creditedUsd: string;
            /** @example 48748.02 */
            invoicedUsd: string;
            /**
             * @description Charged less credited less settled
             * @example 48748.02
             */
            openUsd: string;
            /** @example MINAMATA */
            provider: string;
            /** @example 0.00 */
            settledUsd: string;
        };
        DocumentProofAnswer: {
            /** @description The very text that was sealed; the leaf is SHA-256(00, kind, line end, this) */
            body: string;
            /** @example paper */
            kind: string;
            logKeys: string[];
            /** @description The signed note (C2SP) that the proof leads to */
            note: string;
            /** @example 17 */
            position: number;
            /** @description RFC 9162, from the leaf upwards, base64 */
            proof: string[];
            /** @example BRS-2025-0001 */
            record: string;
            /** @example 2048 */
            size: number;
            witnessKeys: string[];
        };
        DryRunAnswer: {
            /** @example true */
            dryRun: boolean;
            /** @description The answer there would be */
            result: {
                [key: string]: unknown;
            };
            wouldPost: components["schemas"]["WouldPostShown"][];
        };
        DsaRateShown: {
            /** @example 342 */
            amount: string;
            /** @example CHF */
            currency: string;
            /** @example 2025-11-01 */
            effectiveOn: string;
            /** @example CHGVA */
            place: string;
        };
        DsaRatesShown: {
            items: components["schemas"]["DsaRateShown"][];
        };
        FamilyFigures: {
            /** @example CRA-2025-001 */
            agreement: string;
            /** @example 48988.52 */
            chargedUsd: string;
            /** @example 240.50 */
            creditedUsd: string;
            /** @example DOCUMENTS */
            family: string;
            /** @example 48748.02 */
            invoicedUsd: string;
            /**
             * @description Charged less credited less settled
             * @example 48748.02
             */
            openUsd: string;
            /** @example 0.00 */
            settledUsd: string;
        };
        FiguresShown: {
            /** @example 48988.52 */
            chargedUsd: string;
            /** @example 240.50 */
            creditedUsd: string;
            /** @example 48748.02 */
            invoicedUsd: string;
            /**
             * @description Charged less credited less settled
             * @example 48748.02
             */
            openUsd: string;
            /** @example 0.00 */
            settledUsd: string;
        };
        FundFigures: {
            /** @example 48988.52 */
            chargedUsd: string;
            /** @example 240.50 */
            creditedUsd: string;
            /** @example BC */
            fund: string;
            /** @example 48748.02 */
            invoicedUsd: string;
            /**
             * @description Charged less credited less settled
             * @example 48748.02
             */
            openUsd: string;
            /**
             * @description A memo, payable by nobody here
             * @example 2112.42
             */
            programmeSupportCostUsd: string;
            /** @example 0.00 */
            settledUsd: string;
        };
        FundShown: {
            /**
             * @description Certified less credited, counted while a limit is stated
             * @example 16249.35
             */
            cashChargedUsd: string;
            /**
             * @description The cash there is to commit; null: none is stated
             * @example 250000.00
             */
            cashLimitUsd: string | null;
            /** @example BC */
            code: string;
            /** @enum {string} */
            kind: "GENERAL" | "VOLUNTARY" | "SPECIFIC";
            name: string;
            /** @example 0.13 */
            programmeSupportCostRate: string;
            /** @example BRS */
            secretariat: string;
        };
        FundsShown: {
            items: components["schemas"]["FundShown"][];
        };
        FundWeightRequest: {
            /** @example MC-GTF */
            fund: string;
            /** @example 1 */
            weight: string;
        };
        HealthAnswer: {
            /** @example ok */
            status: string;
        };
        InvoiceAnswer: {
            /** @example CRA-2025-002 */
            agreement: string;
            availableActions: components["schemas"]["ActionShown"][];
            /** @example 2024-2025 */
            biennium: string;
            /** @example MINAMATA */
            client: string;
            /** @description Of the canonical content; printed on the paper */
            contentSha256: string | null;
            /** @description Number of the invoice that a credit note corrects */
            corrects: string | null;
            /** @description By issued credit notes */
            credited: components["schemas"]["MoneyShown"];
            /** Format: uuid */
            id: string;
            issued: components["schemas"]["ActShown"] | null;
            /** Format: date */
            issuedOn: string | null;
            lines: number;
            /**
             * @description Null while it is a draft
             * @example BRS-2025-0001
             */
            number: string | null;
            /** @example /api/v1/invoices/BRS-2025-0001/pdf */
            pdf: string;
            /** @description Of the PDF’s bytes */
            pdfSha256: string | null;
            prepared: components["schemas"]["ActShown"];
            /** @example BRS */
            provider: string;
            reason: string | null;
            /** Format: date */
            settledOn: string | null;
            /** @example ISSUED */
            state: string;
            total: components["schemas"]["MoneyShown"];
            /**
             * @description EN 16931 type code 380 or 381
             * @enum {string}
             */
            type: "INVOICE" | "CREDIT_NOTE";
            version: number;
        };
        InvoiceDraftRequest: {
            /** @example CRA-2025-001 */
            agreement: string;
            /** @description Certified charges, in the order they are to stand */
            charges: string[];
        };
        InvoicePage: {
            items: components["schemas"]["InvoiceAnswer"][];
            nextCursor: string | null;
        };
        LiftRequest: {
            /** @description Why posting may go on; names no delegate */
            reason: string;
        };
        MeetingShown: {
            /** @example MC-COP-6 */
            code: string;
            /** Format: date */
            endsOn: string;
            /** @example MINAMATA */
            organizer: string;
            /** @example CHGVA */
            place: string;
            /** Format: date */
            startsOn: string;
            title: string;
            venue: string;
        };
        MeetingsShown: {
            items: components["schemas"]["MeetingShown"][];
        };
        MoneyBody: {
            /** @example 1480.00 */
            amount: string;
            /**
             * @description ISO 4217
             * @example CHF
             */
            currency: string;
        };
        MoneyShown: {
            /** @example 1796.12 */
            amount: string;
            /** @example USD */
            currency: string;
        };
        Named: {
            /** @example BRS.finance */
            code: string;
            /** @example Finance officer, BRS */
            name: string;
        };
        NetShown: {
            /** @example 47272.09 */
            netUsd: string;
            /**
             * @example {
             *       "BRS": "48748.02",
             *       "MINAMATA": "96020.11"
             *     }
             */
            owedBy: {
                [key: string]: string;
            };
            /** @example BRS */
            payee: string | null;
            /** @example MINAMATA */
            payer: string | null;
        };
        NettingRequest: {
            /**
             * Format: date
             * @description Documents issued up to and including this day
             * @example 2026-02-28
             */
            asAt: string;
            /** @example 2024-2025 */
            biennium: string;
            /**
             * @description The other secretariat
             * @example BRS
             */
            with: string;
        };
        OidcShown: {
            name: string;
            startUrl: string;
        };
        OperationalRateListed: {
            /** @example CHF */
            currency: string;
            /** @example 2025-10-31 */
            effectiveOn: string;
            /** @example 0.800 */
            unitsPerUsd: string;
        };
        OperationalRateRequest: {
            /** @example CHF */
            currency: string;
            /**
             * Format: date
             * @example 2025-10-31
             */
            effectiveOn: string;
            /**
             * @description Units of the currency for one USD
             * @example 0.800
             */
            unitsPerUsd: string;
        };
        OperationalRateShown: {
            /** @example 2025-05-01 */
            effectiveOn: string;
            /** @example 0.824 */
            unitsPerUsd: string;
        };
        OperationalRatesRequest: {
            rates: components["schemas"]["OperationalRateRequest"][];
        };
        OperationalRatesShown: {
            items: components["schemas"]["OperationalRateListed"][];
        };
        PeopleShown: {
            items: components["schemas"]["PersonShown"][];
        };
        PeriodActShown: {
            /** @enum {string} */
            act: "CLOSING_PROPOSED" | "CLOSING_SIGNED" | "LOCKED" | "CLOSING_WITHDRAWN" | "REOPENING_REQUESTED" | "REOPENING_DECLINED" | "REOPENED";
            /** Format: date-time */
            at: string;
            checklist: components["schemas"]["ChecklistItemShown"][];
            /** @description SHA-256 of the figures that were signed */
            digest: string | null;
            number: number;
            /** @example BRS.approving */
            person: string;
            reason: string | null;
            /** @example BRS */
            secretariat: string;
        };
        PeriodAnswer: {
            acts: components["schemas"]["PeriodActShown"][];
            availableActions: components["schemas"]["ActionShown"][];
            /** @example 2024-2025 */
            biennium: string;
            /** @description How often it was locked */
            closeNo: number;
            /**
             * @description A month, or a biennium such as 2024-2025
             * @example 2025-11
             */
            code: string;
            /** @description SHA-256 of what both sides signed at the last lock */
            digest: string | null;
            finalBalances: components["schemas"]["PeriodBalanceShown"][];
            /** @enum {string} */
            kind: "MONTH" | "BIENNIUM";
            /** @enum {string} */
            state: "OPEN" | "CLOSING" | "SIGNED_BY_ONE" | "LOCKED" | "REOPEN_REQUESTED" | "REOPENED";
            /** @description How many acts there were; 0 where nobody has acted */
            version: number;
        };
        PeriodBalanceShown: {
            /** @example EXPENDITURE */
            account: string;
            /** @example 1240.50 */
            balanceUsd: string;
            /** @example BRS */
            book: string;
            /** @example 0.00 */
            creditUsd: string;
            /** @example 1240.50 */
            debitUsd: string;
            /** @example BC */
            fund: string;
        };
        PeriodsAnswer: {
            items: components["schemas"]["PeriodShown"][];
        };
        PeriodShown: {
            availableActions: components["schemas"]["ActionShown"][];
            /** @example 2024-2025 */
            biennium: string;
            /** @description How often it was locked */
            closeNo: number;
            /**
             * @description A month, or a biennium such as 2024-2025
             * @example 2025-11
             */
            code: string;
            /** @description SHA-256 of what both sides signed at the last lock */
            digest: string | null;
            /** @enum {string} */
            kind: "MONTH" | "BIENNIUM";
            /** @enum {string} */
            state: "OPEN" | "CLOSING" | "SIGNED_BY_ONE" | "LOCKED" | "REOPEN_REQUESTED" | "REOPENED";
            /** @description How many acts there were; 0 where nobody has acted */
            version: number;
        };
        PersonNamed: {
            /** @example BRS.jd */
            code: string;
            /** @example BRS */
            secretariat: string;
        };
        PersonRequest: {
            /**
             * @description What the books call this person; stands in them for good
             * @example BRS.jd
             */
            code: string;
            /** @description Printed on papers, and kept beside the books */
            name: string;
            /** @example BRS */
            secretariat: string;
        };
        PersonShown: {
            /** @example BRS.certifying */
            code: string;
            /** @example Certifying officer, BRS */
            name: string;
            /** @example BRS */
            secretariat: string;
        };
        PostingsAnswer: {
            items: components["schemas"]["PostingShown"][];
        };
        PostingShown: {
            /** @example EXPENDITURE */
            account: string;
            /** Format: date */
            accountingOn: string;
            /** @description Why a prior-period adjustment is late */
            adjustmentReason: string | null;
            /**
             * @description The closed period that a prior-period adjustment belongs to
             * @example 2025-10
             */
            adjusts: string | null;
            /** @description Debit positive, credit negative */
            amount: components["schemas"]["MoneyShown"];
            /** @example BRS */
            book: string;
            /** @example BC-1-COP17 */
            budgetLine: string;
            /** @example MINAMATA */
            counterparty: string;
            /** @example 41 */
            entry: string;
            /** @example CHARGE_CERTIFIED */
            event: string;
            /** @example BC */
            fund: string;
            /** @example DOC-CTL */
            item: string;
            /** @description After how many closings of its periods it came */
            postCloseNo: number;
            /** Format: date-time */
            postedAt: string;
            /** @example BRS.certifying */
            postedBy: string;
            /** @example A1-01 */
            source: string;
        };
        Problem: {
            /** @example AGREEMENT_CEILING_EXCEEDED */
            code: string;
            /** @example Agreement CRA-2025-001 allows USD 50,000.00 and bears USD 48,988.52; ... */
            detail: string;
            errors: components["schemas"]["ProblemField"][];
            /** @example /api/v1/charges/A1-01/certification */
            instance: string;
            /** @example req-4f */
            requestId: string;
            /** @example 409 */
            status: number;
            /** @example Agreement ceiling exceeded */
            title: string;
            /** @example /api/problems/AGREEMENT_CEILING_EXCEEDED */
            type: string;
        };
        ProblemField: {
            /** @example NOT_A_QUANTITY */
            code: string;
            /** @example "0" is not a quantity: more than zero, at most 1,000,000,000, at most six decimals. */
            detail: string;
            /**
             * @description JSON pointer to the field (RFC 6901)
             * @example /quantity
             */
            pointer: string;
        };
        RateCardEntryShown: {
            /** @example USD */
            currency: string;
            includesIndirectCost: boolean;
            /** @example DOC-PAG */
            item: string;
            /** @example MINAMATA */
            provider: string;
            /** @example 12.40 */
            unitRate: string;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
        };
        RateCardShown: {
            items: components["schemas"]["RateCardEntryShown"][];
        };
        ReadinessAnswer: {
            /** @description Null where nothing is archived */
            archive: components["schemas"]["ArchiveAnswer"] | null;
            /**
             * @description Whether this server’s clock and the database’s agree to two seconds; an alarm, and no reason not to serve
             * @example ok
             */
            clocks: string;
            /**
             * @description What a question to the database came to
             * @example ok
             */
            database: string;
            /** @description A verification failed and nobody has lifted the stop: reading goes on */
            postingStopped: boolean;
            /** @description Null where the database does not answer */
            sealing: components["schemas"]["SealingAnswer"] | null;
            /** @example ok */
            status: string;
            /**
             * @description The last night’s verification: ok, failed, or null where there was none yet
             * @example ok
             */
            verification: string | null;
            /**
             * Format: date-time
             * @description When it was
             */
            verifiedAt: string | null;
        };
        ReasonRequest: {
            /**
             * @description It stays with the books
             * @example A visa fee of October came in February
             */
            reason: string;
        };
        SealingAnswer: {
            /** @description Leaves of the newest cosigned checkpoint */
            cosignedSize: number | null;
            /** @description How long the oldest of them has waited */
            oldestQueuedSeconds: number | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description Leaves of the newest published checkpoint */
            publishedSize: number | null;
            /** @description Committed records that are not sealed yet */
            queued: number;
            /** Format: date-time */
            sealedAt: string | null;
            /** @description Leaves of the sealed tree */
            treeSize: number;
            /** @description What somebody should look at now */
            warning: string | null;
        };
        SecretariatShown: {
            address: string[];
            /** @example BRS */
            code: string;
            name: string;
        };
        SecretariatsShown: {
            items: components["schemas"]["SecretariatShown"][];
        };
        ServiceItemShown: {
            /** @example DOC-PAG */
            code: string;
            /** @example DOCUMENTS */
            family: string;
            /** @enum {string} */
            nature: "OWN_SERVICE" | "PASS_THROUGH";
            title: string;
            /** @example ZP */
            unit: string;
        };
        ServiceItemsShown: {
            items: components["schemas"]["ServiceItemShown"][];
        };
        SessionAnswer: {
            /** @description whether this is a person of the demo */
            demo: boolean;
            designations: components["schemas"]["DesignationShown"][];
            /**
             * Format: date-time
             * @description unless it ends before, after 30 minutes without use
             */
            expiresAt: string;
            /** @description What these duties are for, whatever a document says then */
            may: ("agreement.draft" | "agreement.sign" | "charge.record" | "charge.receive" | "charge.certify" | "invoice.prepare" | "invoice.credit" | "invoice.issue" | "invoice.discard" | "settlement.record" | "netting.issue" | "audit.issue" | "period.close" | "period.sign" | "period.withdraw" | "period.request-reopening" | "period.reopen" | "fund.state-cash" | "rates.add" | "posting.resume" | "restore.answer" | "person.add" | "person.name-traveller" | "designation.propose" | "designation.countersign" | "designation.decline" | "designation.end")[];
            person: components["schemas"]["Named"];
            secretariat: components["schemas"]["Named"];
            /**
             * Format: date-time
             * @description until when the steps that ask for a fresh proof may be taken; null: step up first
             */
            steppedUpUntil: string | null;
        };
        SettlementAnswer: {
            amount: components["schemas"]["MoneyShown"];
            /** Format: uuid */
            id: string;
        };
        SettlementBody: {
            /**
             * @description Why it comes late: needed where the month of the value day or the biennium of the documents is closed
             * @example Paid after the biennium was closed
             */
            adjustmentReason?: string;
            /** @description Numbers of invoices and credit notes of one direction */
            documents: string[];
            /** @description The voucher’s number in the payer’s own ledger */
            externalNumber: string;
            /** @enum {string} */
            method: "JOURNAL_VOUCHER" | "INTER_OFFICE_VOUCHER" | "BANK_TRANSFER";
            /**
             * Format: date
             * @example 2026-02-27
             */
            valueOn: string;
        };
        ShareShown: {
            amount: components["schemas"]["MoneyShown"];
            /**
             * @description Empty on the provider’s side
             * @example BC-1-COP17
             */
            budgetLine: string;
            /** @example BC */
            fund: string;
            /**
             * @description The split key’s weight on the day of delivery
             * @example 1
             */
            weight: string;
        };
        SignatureRequest: {
            /** @enum {string} */
            side: "PROVIDER" | "CLIENT";
            /**
             * Format: date
             * @example 2025-10-20
             */
            signedOn: string;
        };
        SignatureShown: {
            /** @enum {string} */
            side: "PROVIDER" | "CLIENT";
            /** @example BRS.approving */
            signedBy: string;
            /** Format: date */
            signedOn: string;
        };
        SignInAnswer: {
            demo: components["schemas"]["DemoPersonShown"][] | null;
            /** @description whether people sign in with an account and a password */
            local: boolean;
            oidc: components["schemas"]["OidcShown"] | null;
        };
        SignInRequest: {
            /**
             * @description the code of a person
             * @example BRS.finance
             */
            account: string;
            password: string;
        };
        SplitKeyShown: {
            /** @example COP-EQUAL-THIRDS */
            code: string;
            /** Format: date */
            validFrom: string;
            /**
             * @example [
             *       [
             *         "BC",
             *         "1"
             *       ],
             *       [
             *         "RO",
             *         "1"
             *       ],
             *       [
             *         "SC",
             *         "1"
             *       ]
             *     ]
             */
            weights: string[][];
        };
        SplitKeysShown: {
            items: components["schemas"]["SplitKeyShown"][];
        };
        StayRequest: {
            /** @description Nights; none on an aircraft, none on the day of return */
            count: number;
            /**
             * Format: date
             * @description The first night
             * @example 2025-11-02
             */
            first: string;
            lodgingProvided?: boolean;
            /**
             * @description UN/LOCODE
             * @example CHGVA
             */
            place: string;
        };
        TerminalExpenseShown: {
            /** @example 47.00 */
            amountUsd: string;
            /** @example 2025-01-01 */
            effectiveOn: string;
        };
        TerminalExpensesShown: {
            items: components["schemas"]["TerminalExpenseShown"][];
        };
        TicketRequest: {
            /**
             * @description A refund is negative
             * @example 712.00
             */
            amount: string;
            /** @example EUR */
            currency: string;
            /** @enum {string} */
            kind: "TICKET" | "CHANGE" | "REFUND";
            /** @description A ticket number is recovered once */
            number?: string;
            /**
             * Format: date
             * @description The day of issue, change or refund: its operational rate applies
             * @example 2025-10-10
             */
            on: string;
        };
        TotalsAnswer: {
            /** @example 2024-2025 */
            biennium: string;
            byAgreement: components["schemas"]["AgreementFigures"][];
            byAgreementAndFamily: components["schemas"]["FamilyFigures"][];
            byDirection: components["schemas"]["DirectionFigures"][];
            byFund: components["schemas"]["FundFigures"][];
            net: components["schemas"]["NetShown"];
            totals: components["schemas"]["FiguresShown"];
        };
        TravellerRequest: {
            /**
             * @description The reference that charges of this person’s trips carry
             * @example MC-D-014
             */
            traveller: string;
        };
        TripRequest: {
            /**
             * @description Between the provider and the traveller; never part of the charge
             * @example 1240.50
             */
            advanceUsd?: string;
            /** @example CRA-2025-002 */
            agreement: string;
            /**
             * Format: date
             * @example 2025-11-08
             */
            endedOn: string;
            evidence?: string;
            /** @example NBO */
            from?: string;
            /** @example T-02 */
            id?: string;
            nights: components["schemas"]["StayRequest"][];
            note?: string;
            /**
             * @description ISO 3166-1 alpha-2 of the Party
             * @example KE
             */
            party: string;
            terminals: number;
            ticket: components["schemas"]["TicketRequest"][];
            /**
             * @description A reference, never a name
             * @example T-02
             */
            traveller: string;
        };
        TripShown: {
            /** @example 2565.00 */
            advanceUsd: string | null;
            /**
             * @example [
             *       [
             *         "DSA CHGVA 7 x 342 / 0.800",
             *         "2992.50",
             *         "CHF at 0.800, rate of 2025-10-31"
             *       ]
             *     ]
             */
            components: string[][];
            /** @example 3603.00 */
            entitlementUsd: string;
            /** @example NBO */
            from: string | null;
            /** @example KE */
            party: string;
        };
        UnitRateShown: {
            /** @example 1796.12 */
            amount: string;
            /**
             * @description First day of the rate card entry
             * @example 2025-01-01
             */
            cardValidFrom: string;
            /** @example USD */
            currency: string;
        };
        VerificationShown: {
            /** Format: date-time */
            at: string;
            /** @description The first wrong row, of the first check that fails */
            firstWrong: {
                [key: string]: unknown;
            } | null;
            milliseconds: number;
            ok: boolean;
            /** @description Nothing is posted until this is lifted */
            stopsPosting: boolean;
        };
        VerificationsShown: {
            items: components["schemas"]["VerificationShown"][];
        };
        WouldPostShown: {
            /** @example EXPENDITURE */
            account: string;
            /** Format: date */
            accountingOn: string;
            /** @description Debit positive, credit negative */
            amount: components["schemas"]["MoneyShown"];
            /** @example BRS */
            book: string;
            /** @example BC-1-COP17 */
            budgetLine: string;
            /** @example CHARGE_CERTIFIED */
            event: string;
            /** @example BC */
            fund: string;
            /** @example DOC-CTL */
            item: string;
            /** @example A1-01 */
            source: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    People_actions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRulesAnswer"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Agreements_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementsAnswer"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Agreements_draft: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Agreements_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Agreements_sign: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureRequest"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Audit_events: {
        parameters: {
            query?: {
                action?: string;
                cursor?: string;
                kind?: string;
                limit?: number;
                /** @description The id of something that was acted on */
                object?: string;
                person?: string;
                requestId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventPage"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Bienniums_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Bienniums_audit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                biennium: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "application/pdf": {
                        [key: string]: unknown;
                    };
                    "text/csv": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not come in that form */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was tried too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Bienniums_issueAudit: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                biennium: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contentSha256?: string;
                        number?: string;
                    };
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Bienniums_totals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                biennium: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotalsAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Bienniums_trialBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                biennium: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_lines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetLinesShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChargeTotals_totals: {
        parameters: {
            query?: {
                agreement?: string;
                biennium?: string;
                budgetLine?: string;
                family?: string;
                from?: string;
                fund?: string;
                item?: string;
                month?: string;
                state?: "PROVISIONAL" | "RECORDED" | "RECEIVED" | "CERTIFIED" | "INVOICED" | "DISPUTED" | "SETTLED" | "CREDITED" | "REJECTED";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeTotalsAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_list: {
        parameters: {
            query?: {
                agreement?: string;
                biennium?: string;
                budgetLine?: string;
                cursor?: string;
                family?: string;
                from?: string;
                fund?: string;
                item?: string;
                limit?: number;
                month?: string;
                state?: "PROVISIONAL" | "RECORDED" | "RECEIVED" | "CERTIFIED" | "INVOICED" | "DISPUTED" | "SETTLED" | "CREDITED" | "REJECTED";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargePage"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_record: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargeRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_certify: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CertificationRequest"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_postings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostingsAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_receive: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_recordAll: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargesRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargesAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_certifyAll: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificationsRequest"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargesAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_receiveAll: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargesNamed"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargesAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Charges_recordTrip: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sealing_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointPage"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sealing_latest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignationsAnswer"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_propose: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DesignationRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignationAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_countersign: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignationAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_end: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DesignationReason"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignationAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_decline: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DesignationReason"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignationAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Sealing_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentProofAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_dsaRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DsaRatesShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EditLog_editLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "application/pdf": {
                        [key: string]: unknown;
                    };
                    "text/csv": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not come in that form */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was tried too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_list: {
        parameters: {
            query?: {
                agreement?: string;
                biennium?: string;
                cursor?: string;
                limit?: number;
                provider?: string;
                state?: "DRAFT" | "READY" | "APPROVED" | "ISSUED" | "ACKNOWLEDGED" | "SETTLED" | "DISCARDED";
                type?: "INVOICE" | "CREDIT_NOTE";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_prepare: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceDraftRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_discard: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_issue: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_credit: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditNoteDraftRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invoices_postings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostingsAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_meetings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingsShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Settlements_net: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NettingRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Settlements_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_operationalRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationalRatesShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_addOperationalRates: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationalRatesRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationalRatesShown"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_add: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonNamed"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_nameTraveller: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TravellerRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonNamed"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_list: {
        parameters: {
            query?: {
                biennium?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodsAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_propose: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_requestReopening: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_reopen: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_sign: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Periods_withdraw: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
                /** @description The ETag that was read, or * */
                "If-Match": string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodAnswer"] | components["schemas"]["DryRunAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_rateCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCardShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_secretariats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretariatsShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_items: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceItemsShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was tried too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Settlements_settle: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementBody"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementAnswer"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_ways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_splitKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SplitKeysShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_terminalExpenses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerminalExpensesShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_funds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundsShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Reference_stateCashLimit: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CashLimitRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundShown"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Audit_verifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationsShown"];
                };
            };
            /** @description Two credentials came at once */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Audit_lift: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
            };
            header: {
                /** @description A new one for each new request; a repeat gets the first answer, and a refused request leaves its key unused */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftRequest"];
            };
        };
        responses: {
            /** @description With ?dryRun=true: what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationShown"];
                };
            };
            /** @description A field is not what it should be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in: no session, or one that has ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A rule forbids it, or the Idempotency-Key came with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessAnswer"];
                };
            };
        };
    };
    Metrics_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The database does not answer at the moment; repeat with the same Idempotency-Key */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
