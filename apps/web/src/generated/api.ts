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
        /** All service agreements, by their numbers unless sorted otherwise */
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
    "/api/v1/agreements/{number}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the client’s budget lines have room for all that is recorded under an agreement and not certified */
        get: operations["Room_ofAgreement"];
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
    "/api/v1/agreements/{number}/two-books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of an agreement in both books, side by side, in the order they were posted */
        get: operations["Watched_twoBooksOf"];
        put?: never;
        post?: never;
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
        /** Who did what to what, newest first, narrowed by the filters: for an auditor all of it, for others their own acts, and of one object (`object`) what was done to a document they read */
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
    "/api/v1/bienniums/{biennium}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit, who did what, and each issued document with its paper, its words and its proof, as one ZIP with a program that verifies them; that it is taken is an act */
        get: operations["Bundle_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bienniums/{biennium}/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of a biennium is complete, and what is missing, in sentences */
        get: operations["Watched_completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bienniums/{biennium}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each meeting in each direction: provisional, to certify, to invoice, unpaid */
        get: operations["Watched_meetings"];
        put?: never;
        post?: never;
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
    "/api/v1/bienniums/{biennium}/two-books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What both books say that one owes the other, agreement by agreement, and why they differ */
        get: operations["Watched_twoBooks"];
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
    "/api/v1/budget-lines/{code}/codings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** States where a budget line is booked by its owner: printed from then on */
        post: operations["Codings_ofLine"];
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
        /** Charges, newest first unless sorted otherwise, narrowed by the filters; with Accept: text/csv all of them as a table, which is an act */
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
    "/api/v1/charges/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files that are kept with a charge, with who added each, and when */
        get: operations["Evidence_list"];
        put?: never;
        /** Keeps a file with a charge: the body is the file, its kind is decided by its content, and it never changes */
        post: operations["Evidence_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/evidence/{evidence}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file, as an attachment and never to be shown by a browser; that it was taken out is an act */
        get: operations["Evidence_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/evidence/{evidence}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that a file proves nothing, and why; its bytes and its seal stay */
        post: operations["Evidence_withdraw"];
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
    "/api/v1/charges/{id}/resubmission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider answers to a return; the client is to confirm the charge anew */
        post: operations["Corrections_resubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The client gives back a charge that is not certified, for a reason */
        post: operations["Corrections_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider asks to reverse a certified charge that no invoice bills */
        post: operations["Corrections_reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/reversal/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider’s approving officer approves the reversal: undone in both books, dated today */
        post: operations["Corrections_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/reversal/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No reversal after all: the charge stays certified */
        post: operations["Corrections_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the client’s budget lines that bear a charge have room for it and for what was recorded before it; nothing where it is certified or has ended */
        get: operations["Room_ofCharge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charges/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The provider takes back a charge that is not certified; another may take its place */
        post: operations["Corrections_withdraw"];
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
    "/api/v1/charges/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many charges the same filter finds, and what they come to */
        get: operations["Charges_totals"];
        put?: never;
        post?: never;
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
    "/api/v1/codings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where each own budget line, and what each own fund receives, is booked by its owner, and since when */
        get: operations["Codings_list"];
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
    "/api/v1/edit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The financial years in which there are acts that the asker may read, newest first */
        get: operations["EditLog_years"];
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
    "/api/v1/first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first administrator comes in by the link that the console has printed */
        post: operations["Accounts_comeFirst"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for whoever asks: what the duties of the day let them do; of each kind, what waits longest */
        get: operations["Inbox_inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much waits for whoever asks */
        get: operations["Inbox_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whoever was invited sets the password; the link works once */
        post: operations["Accounts_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/inspection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a link lets in and until when, for whoever has it; it is not used by that */
        post: operations["Accounts_look"];
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
        /** Invoices and credit notes, newest first unless sorted otherwise, narrowed by the filters */
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
        /** The paper: the bytes stored when it was issued, or a preview of a draft; that it was taken out is an act */
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
    "/api/v1/invoices/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Several issued papers as one PDF, for convenience, behind a page with the number and SHA-256 of each; that it is taken is an act */
        get: operations["Merged_merged"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Several issued papers, byte for byte, each with its words (NUMBER.pdf, NUMBER.json), as one ZIP; that it is taken is an act */
        get: operations["Zipped_zipped"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own keys that are good still */
        get: operations["Accounts_listKeys"];
        put?: never;
        /** A key for a program that records and reads, or only reads, for whoever makes it; answers it once */
        post: operations["Accounts_createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes an own key at once */
        delete: operations["Accounts_revokeKey"];
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
        /** UN operational rates of exchange, all effective days, and what waits for a second person */
        get: operations["Reference_operationalRates"];
        put?: never;
        /** Loads a list of operational rates, of some currencies or all; a rate is in force once two people have loaded it, and never changed */
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
    "/api/v1/people/{code}/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An administrator says which subject of the identity provider a person is */
        post: operations["OpenId_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{code}/sign-in-link/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends that link, and every session of the person */
        post: operations["OpenId_unlink"];
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
    "/api/v1/people/{person}/account/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An administrator shuts an account: its sessions and keys end at once; of one that is shut, takes back what would let in again */
        post: operations["Accounts_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An administrator invites somebody who has no way in yet to set a password; answers the link’s token once */
        post: operations["Accounts_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{person}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An administrator proposes another way in for whoever has one, or was shut out; it opens nothing yet */
        post: operations["Renewals_propose"];
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
    "/api/v1/periods/{period}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands in a month or a biennium now: what is in the way of its closing, and what only waits */
        get: operations["Periods_checklist"];
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
    "/api/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table of readings: who reads what */
        get: operations["People_readings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of the own side that are, or were, to be renewed; newest first, 200 at most */
        get: operations["Renewals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/renewals/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another person approves it; answers the link’s token once */
        post: operations["Renewals_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for an authenticator; it counts once a first code has confirmed it */
        post: operations["SecondFactor_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first code; answers the recovery codes, and the session gets a new token */
        post: operations["SecondFactor_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes; those from before are good no more */
        post: operations["SecondFactor_renew"];
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
    "/api/v1/sent-trips/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a trip that whoever asks has sent under this Idempotency-Key */
        get: operations["SentTrips_one"];
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
        /** Signs in; the answer sets the cookie of the session, of half a one where a code is to come */
        post: operations["Session_signIn"];
        /** Signs out: the session ends at once, and its cookie is taken back */
        delete: operations["Session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another password in the place of the own; every other session ends, and this one gets a new token */
        post: operations["Session_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second half of a sign-in: a code; the session gets a new token */
        post: operations["Session_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proves afresh who acts, for the steps that ask for it; the session gets a new token */
        post: operations["Session_stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own sessions that are open */
        get: operations["Session_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends an own session, or as an administrator one of a colleague */
        delete: operations["Session_end"];
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
        /** Settlements by voucher, proposed ones too, newest first, narrowed by the filters */
        get: operations["Settlements_list"];
        put?: never;
        /** Enters that the payer’s ledger paid these documents whole: a proposal that holds them and posts nothing */
        post: operations["Settlements_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlements/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another officer of the payer approves it (Financial Rule 105.6): its documents are settled, posted in both books */
        post: operations["Settlements_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlements/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a proposal back or sends it back, for a reason: nothing was posted, and its documents are free for another */
        post: operations["Settlements_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlements/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One settlement, by its id or by the number of the voucher */
        get: operations["Settlements_one"];
        put?: never;
        post?: never;
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
    "/api/v1/sign-in/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends the browser to the identity provider */
        get: operations["OpenId_begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/oidc/backchannel-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The identity provider says who signed out there: what was open by it ends here too */
        post: operations["OpenId_signedOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the identity provider sends the browser back to; opens the session */
        get: operations["OpenId_finish"];
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
    "/api/v1/terminals/{code}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the terminal that shows this code act for whoever approves it */
        post: operations["Accounts_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/travellers/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A traveller without who it is: charges, nights, and until when the name is needed */
        get: operations["Travellers_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/travellers/{reference}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a name down rightly; the reference and all the books say of it stay */
        post: operations["Travellers_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/travellers/{reference}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows who a traveller is, for a reason that is kept; the name is in no answer but this one */
        post: operations["Travellers_disclose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/travellers/{reference}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything that these books hold of a traveller, for the traveller: name, charges, nights, and who asked when and why */
        post: operations["Travellers_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/travellers/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases the names that nobody needs any more; references, entries and papers stay as they are */
        post: operations["Travellers_erase"];
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
    "/api/v1/trust-funds/{code}/codings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** States where what a fund receives is booked by its owner: printed from then on */
        post: operations["Codings_ofReceipts"];
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
        /** Asks to let posting go on after a verification that failed, for a reason; it names the one whose findings were read, and is refused where another has failed since. Where an officer of the other side has asked for it, posting goes on, and the next verification looks again */
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
        AcceptRequest: {
            password: string;
            /** @description from the link */
            token: string;
        };
        ActionRulesAnswer: {
            items: components["schemas"]["ActionRuleShown"][];
        };
        ActionRuleShown: {
            /** @description Whether an API key may */
            byKey: boolean;
            /** @enum {string} */
            code: "agreement.draft" | "agreement.sign" | "charge.record" | "charge.receive" | "charge.certify" | "charge.return" | "charge.resubmit" | "charge.withdraw" | "charge.reverse" | "charge.approve-reversal" | "charge.keep" | "evidence.add" | "evidence.withdraw" | "invoice.prepare" | "invoice.credit" | "invoice.issue" | "invoice.discard" | "settlement.propose" | "settlement.approve" | "settlement.return" | "netting.issue" | "audit.issue" | "period.close" | "period.sign" | "period.withdraw" | "period.request-reopening" | "period.reopen" | "fund.state-cash" | "fund.state-coding" | "rates.add" | "posting.resume" | "restore.answer" | "traveller.disclose" | "traveller.export" | "traveller.correct" | "traveller.erase" | "person.add" | "person.name-traveller" | "account.invite" | "account.renew" | "account.approve-renewal" | "account.shut" | "person.link" | "designation.propose" | "designation.countersign" | "designation.decline" | "designation.end";
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
            action: "agreement.draft" | "agreement.sign" | "charge.record" | "charge.receive" | "charge.certify" | "charge.return" | "charge.resubmit" | "charge.withdraw" | "charge.reverse" | "charge.approve-reversal" | "charge.keep" | "evidence.add" | "evidence.withdraw" | "invoice.prepare" | "invoice.credit" | "invoice.issue" | "invoice.discard" | "settlement.propose" | "settlement.approve" | "settlement.return" | "netting.issue" | "audit.issue" | "period.close" | "period.sign" | "period.withdraw" | "period.request-reopening" | "period.reopen" | "fund.state-cash" | "fund.state-coding" | "rates.add" | "posting.resume" | "restore.answer" | "traveller.disclose" | "traveller.export" | "traveller.correct" | "traveller.erase" | "person.add" | "person.name-traveller" | "account.invite" | "account.renew" | "account.approve-renewal" | "account.shut" | "person.link" | "designation.propose" | "designation.countersign" | "designation.decline" | "designation.end";
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
            /** @description The same in codes; null where it is allowed */
            why: components["schemas"]["WhyShown"] | null;
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
            /**
             * @description For how many whole days of the books it has been in effect without both signatures: 0 until its effective day; null where it waits for none
             * @example 45
             */
            unsignedDays: number | null;
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
        AgreementTotalsAnswer: {
            /** @description Of all of them */
            amount: components["schemas"]["MoneyShown"];
            /** @description Of all of them */
            count: number;
            /** @description Of all of them */
            credited: components["schemas"]["MoneyShown"];
            items: components["schemas"]["AgreementTotalShown"][];
        };
        AgreementTotalShown: {
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
        ArchiveAnswer: {
            /**
             * Format: date-time
             * @description When a file of the log was archived last
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description When the newest base backup of these books was finished
             */
            backupAt: string | null;
            /** @description What the log takes of the database’s disk, archived or not */
            logBytes: number;
            /** @description Why nothing can be archived, and since when; null where all is well */
            trouble: string | null;
            /** @description Finished files of the log that are on this machine only */
            waiting: number;
            /** @description What somebody should look at now: the log has grown beyond what it may take */
            warning: string | null;
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
            /** @description In which duties of that day; null of an act of the other side */
            duties: string[] | null;
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
            /** @description A digest of the session or key, as the technical log has it */
            session: string | null;
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
            /** @description Why it was returned, withdrawn or reversed, or the answer to a return: what was said last */
            remark: components["schemas"]["RemarkShown"] | null;
            /** @description The charge that took the place of this one */
            replacedBy: string | null;
            /** @description The ended charge whose place this one takes */
            replaces: string | null;
            /** @description Who approved the reversal; who asked for it is in the remark */
            reversed: components["schemas"]["ActShown"] | null;
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
            /** @description The charge that was withdrawn, reversed or credited, whose place this one takes */
            replaces?: string;
            /**
             * Format: date
             * @example 2025-04-22
             */
            supplierInvoiceOn?: string;
            /**
             * @description The books’ reference, or what the person is called: kept apart, and answered as a reference
             * @example TR-7Q2MK3XD9F
             */
            traveller?: string;
        };
        ChargesAnswer: {
            items: components["schemas"]["ChargeAnswer"][];
        };
        ChargesNamed: {
            /** @example A1-01 */
            charges: string[];
        };
        ChargesOfState: {
            amount: components["schemas"]["MoneyShown"];
            count: number;
            /** @example CERTIFIED */
            state: string;
        };
        ChargesRequest: {
            /** @description All of them are recorded, or none */
            charges: components["schemas"]["ChargeRequest"][];
        };
        ChargeTotalsAnswer: {
            amount: components["schemas"]["MoneyShown"];
            byState: components["schemas"]["ChargesOfState"][];
            /** @example 412 */
            count: number;
            credited: components["schemas"]["MoneyShown"];
        };
        ChecklistAnswer: {
            items: components["schemas"]["ChecklistItemShown"][];
            /** @description Null where its closing is not proposed, or it is locked */
            toSign: components["schemas"]["FiguresToSignShown"] | null;
        };
        ChecklistItemShown: {
            /** @description False where it is listed only */
            blocks: boolean;
            /**
             * @description Null in an act that was kept without it
             * @enum {string|null}
             */
            code: "BOOKS_BALANCE" | "BOOKS_MIRROR" | "MONTHS_LOCKED" | "DISPUTED" | "UNCERTIFIED" | "UNBILLED" | "DRAFTS" | "SETTLEMENTS" | "PAID_LATER" | "PROVISIONAL" | "UNSEALED" | null;
            /** @description How many wait or differ; 0 where it holds */
            count: number;
            /** @example 2: A1-01, A1-02. */
            finding: string;
            holds: boolean;
            /** @example Every charge is certified */
            name: string;
            /**
             * @description A few of them: books, months, charges, drafts or vouchers; of what is the other side’s own, none
             * @example [
             *       "A1-01",
             *       "A1-02"
             *     ]
             */
            named: string[];
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
        CodeRequest: {
            /**
             * @description six digits of the authenticator, or a recovery code
             * @example 123456
             */
            code: string;
        };
        CodingListed: {
            availableActions: components["schemas"]["ActionShown"][];
            /**
             * @description Of a budget line
             * @example 2024-2025
             */
            biennium: string | null;
            /**
             * @description null: of what the fund receives
             * @example BC-1-COP17
             */
            budgetLine: string | null;
            /** @example FT30_CLASS_125 */
            commitmentItem: string | null;
            /** @example BC */
            fund: string;
            /** @example 11207 */
            fundCentre: string | null;
            /** @example M1-32MCL-000006 */
            grant: string | null;
            /**
             * @description Whose fund it is
             * @example BRS
             */
            secretariat: string;
            /**
             * Format: date-time
             * @description Since when it is so; null where nobody ever stated one
             */
            statedAt: string | null;
            /** @example BRS.approving */
            statedBy: string | null;
            /** @description Of the budget line; of what a fund receives, the name of the fund */
            title: string;
            /** @example SB-009384.01.02 */
            wbse: string | null;
        };
        CodingRequest: {
            /** @example FT30_CLASS_125 */
            commitmentItem?: string;
            /** @example 11207 */
            fundCentre?: string;
            /**
             * @description The number of the grant
             * @example M1-32MCL-000006
             */
            grant?: string;
            /**
             * @description What the statement rests on
             * @example Letter of the budget section of 3 March 2025
             */
            reason: string;
            /**
             * @description The element of the work breakdown structure
             * @example SB-009384.01.02
             */
            wbse?: string;
        };
        CodingShown: {
            /**
             * @description null: of what the fund receives
             * @example BC-1-COP17
             */
            budgetLine: string | null;
            /** @example FT30_CLASS_125 */
            commitmentItem: string | null;
            /** @example BC */
            fund: string;
            /** @example 11207 */
            fundCentre: string | null;
            /** @example M1-32MCL-000006 */
            grant: string | null;
            /** @example SB-009384.01.02 */
            wbse: string | null;
        };
        CodingsShown: {
            items: components["schemas"]["CodingListed"][];
        };
        CompletenessAnswer: {
            complete: boolean;
            items: components["schemas"]["CompletenessItemShown"][];
        };
        CompletenessItemShown: {
            /**
             * @description Stays, with its facts, whatever the sentence says
             * @enum {string}
             */
            code: "NUMBERS_HAVE_NO_GAPS" | "PAPERS_STAND" | "BOOKS_VERIFIED" | "RECORDS_SEALED" | "CHARGES_CERTIFIED" | "CHARGES_INVOICED" | "NO_DRAFT_LEFT" | "PERIODS_LOCKED";
            facts: {
                [key: string]: unknown;
            };
            /** @description What was looked at, or what is missing, in a sentence */
            finding: string;
            /** @example Document numbers have no gaps */
            name: string;
            ok: boolean;
        };
        CorrectionAnswer: {
            /**
             * @description What the provider answers to the return
             * @example The time sheet is attached now
             */
            answer: string;
        };
        CorrectionRequest: {
            /**
             * @description Why, in a sentence: it stands in the audit log for good
             * @example Charged to the wrong budget line
             */
            reason: string;
        };
        CountedShown: {
            amount: components["schemas"]["MoneyShown"];
            count: number;
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
            availableActions: components["schemas"]["ActionShown"][];
            /** @description Who countersigned or declined it */
            decidedBy: string | null;
            /** @enum {string} */
            duty: "FINANCE_OFFICER" | "CERTIFYING_OFFICER" | "APPROVING_OFFICER" | "AUDITOR" | "ADMINISTRATOR" | "JOINT_AUDITOR";
            endedBy: string | null;
            endReason: string | null;
            /**
             * @description Of a certifying officer; "" for the other duties
             * @example BC
             */
            fund: string;
            /** Format: uuid */
            id: string;
            /**
             * @description Of a joint auditor: the other secretariat, whose books are open too
             * @example MINAMATA
             */
            mandate: string | null;
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
            duty: "FINANCE_OFFICER" | "CERTIFYING_OFFICER" | "APPROVING_OFFICER" | "AUDITOR" | "ADMINISTRATOR" | "JOINT_AUDITOR";
            /**
             * @description Of a certifying officer, and of no other
             * @example BC
             */
            fund?: string;
            /**
             * @description Of a joint auditor, and of no other: the other secretariat, whose approving officer countersigns
             * @example MINAMATA
             */
            mandate?: string;
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
        DisablingRequest: {
            reason: string;
        };
        DisclosureAnswer: {
            charges: components["schemas"]["TravellerUseShown"][];
            /**
             * Format: date-time
             * @description When the name was erased
             */
            erasedAt: string | null;
            /**
             * Format: date
             * @description The last delivery or settlement; null while something is not settled
             */
            lastNeededOn: string | null;
            /** @description Null in a repeat of the same request, as all three: ask anew, with a new key */
            name: string | null;
            nights: string[];
            /** @example SN */
            party: string | null;
            /** @example TR-7Q2MK3XD9F */
            reference: string;
            /** Format: date-time */
            registeredAt: string;
            /** @example BRS.finance */
            registeredBy: string;
            /** @description The sides that pay or book */
            secretariats: string[];
            tickets: string[] | null;
        };
        DisclosureRequest: {
            /**
             * @description Why; kept with the act, so no name belongs in it
             * @example The bank asks who TR-7Q2MK3XD9F is
             */
            reason: string;
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
        EditLogYearsAnswer: {
            /**
             * @example [
             *       "2026",
             *       "2025"
             *     ]
             */
            years: string[];
        };
        EnrolmentAnswer: {
            /** @description base32; shown this once */
            secret: string;
            /** @description the same as an authenticator reads it from a QR code */
            uri: string;
        };
        ErasureAnswer: {
            /** @description Whose names are gone */
            erased: string[];
        };
        ErasureRequest: {
            /**
             * Format: date
             * @description Of those whose charges were all delivered and settled before this day, five years ago at least
             * @example 2030-12-31
             */
            before: string;
        };
        EvidenceAnswer: {
            added: components["schemas"]["ActShown"];
            bytes: number;
            /** @example A1-05 */
            charge: string;
            /** @description A PDF that has scripts, actions or files in it, or cannot be looked into */
            hasActiveContent: boolean;
            /** @description Where its bytes are, as an attachment */
            href: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "PDF" | "PNG" | "JPEG" | "XLSX" | "EML" | "CSV" | "TEXT";
            /** @description Of its bytes, as it is sealed */
            sha256: string;
            withdrawn: components["schemas"]["WithdrawalShown"] | null;
        };
        EvidenceListAnswer: {
            items: components["schemas"]["EvidenceAnswer"][];
        };
        ExplainedShown: {
            amount: components["schemas"]["MoneyShown"];
            /** @example delivered, not yet confirmed by the client */
            cause: string;
            /**
             * @description The state of these charges
             * @enum {string}
             */
            code: "PROVISIONAL" | "RECORDED" | "RECEIVED" | "RETURNED" | "DISPUTED";
            count: number;
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
        FiguresToSignShown: {
            balances: components["schemas"]["PeriodBalanceShown"][];
        };
        FirstAdministratorRequest: {
            /** @example BRS.head */
            code: string;
            name: string;
            password: string;
            /** @example BRS */
            secretariat: string;
            /** @description from the link that the console printed */
            token: string;
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
             * @description Certified less credited, counted while a limit is stated; null, as the limit, for whoever reads no budget
             * @example 16249.35
             */
            cashChargedUsd: string | null;
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
        InboxAnswer: {
            count: number;
            kinds: components["schemas"]["InboxKindShown"][];
        };
        InboxCountAnswer: {
            count: number;
            kinds: components["schemas"]["InboxKindCount"][];
        };
        InboxItemShown: {
            /** @example DOC-CTL 13 */
            about: string;
            /** @example CRA-2025-001 */
            agreement: string | null;
            amount: components["schemas"]["MoneyShown"] | null;
            /**
             * @description Who did the step before
             * @example MINAMATA.finance
             */
            by: string;
            /** @example /api/v1/charges/A1-01 */
            href: string;
            /** @example A1-01 */
            id: string;
            /** Format: date-time */
            since: string;
        };
        InboxKindCount: {
            count: number;
            /** @enum {string} */
            kind: "charges-to-confirm" | "charges-to-certify" | "charges-returned" | "reversals-to-approve" | "invoices-to-issue" | "settlements-to-approve" | "agreements-to-sign" | "periods-to-sign" | "designations-to-countersign" | "renewals-to-approve" | "rates-to-load" | "resumptions-to-agree";
        };
        InboxKindShown: {
            count: number;
            /** @description The list that this is a part of */
            href: string;
            items: components["schemas"]["InboxItemShown"][];
            /** @enum {string} */
            kind: "charges-to-confirm" | "charges-to-certify" | "charges-returned" | "reversals-to-approve" | "invoices-to-issue" | "settlements-to-approve" | "agreements-to-sign" | "periods-to-sign" | "designations-to-countersign" | "renewals-to-approve" | "rates-to-load" | "resumptions-to-agree";
        };
        InspectionRequest: {
            /** @description from the link */
            token: string;
        };
        InvitedAnswer: {
            /** @description to be handed to the person as the link /invitation#TOKEN of this server, or for POST /api/v1/invitations/acceptance; good once and for three days, and shown this once: null in a repeat and a dry run */
            token: string | null;
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
            /**
             * Format: uuid
             * @description The settlement that is proposed of it, for the payer alone, or that settled it
             */
            settlement: string | null;
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
        KeyCreatedAnswer: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /**
             * @description shown this once
             * @example rcp_..._...
             */
            key: string;
            /** @enum {string} */
            scope: "READ" | "RECORD";
            /** Format: date-time */
            usedAt: string | null;
        };
        KeyRequest: {
            /**
             * @description how long it lasts
             * @example 90
             */
            days: number;
            /**
             * @description READ: it only reads. Left out, it records too
             * @enum {string}
             */
            scope?: "READ" | "RECORD";
        };
        KeyShown: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** @enum {string} */
            scope: "READ" | "RECORD";
            /** Format: date-time */
            usedAt: string | null;
        };
        KeysShown: {
            items: components["schemas"]["KeyShown"][];
        };
        LiftRequest: {
            /** @description Why posting may go on; names no delegate */
            reason: string;
            /**
             * @description The `id` of the verification that failed, whose findings were read
             * @example 12
             */
            verification: string;
        };
        LineRoomShown: {
            /** @example MC-STF-COP-6 */
            budgetLine: string;
            /** @description Whether what waits fits into its allotment, as certification will ask */
            hasRoom: boolean;
        };
        LinkAnswer: {
            /** Format: date-time */
            expiresAt: string;
            /** @description whom it lets in; null: the first administrator */
            person: components["schemas"]["Named"] | null;
            /** @description the person’s own; for the first administrator all that the books know */
            secretariats: components["schemas"]["Named"][];
        };
        LinkedPerson: {
            /** @example https://login.example.org */
            issuer: string;
            /** @example BRS.jd */
            person: string;
        };
        LinkRequest: {
            /** @description What the identity provider calls this person for ever (`sub`): never an address */
            subject: string;
        };
        MeetingNumbersAnswer: {
            items: components["schemas"]["MeetingNumbersShown"][];
        };
        MeetingNumbersShown: {
            /** @example BRS */
            client: string;
            /** @example BRS-COPS-2025 */
            meeting: string;
            /** @example MINAMATA */
            provider: string;
            /** @description Under an agreement that is not signed */
            provisional: components["schemas"]["CountedShown"];
            title: string;
            toCertify: components["schemas"]["CountedShown"];
            /** @description Charges certified and on no issued invoice */
            toInvoice: components["schemas"]["CountedShown"];
            /** @description Documents issued and not settled, credit notes taken off */
            unpaid: components["schemas"]["CountedShown"];
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
        NameCorrectionRequest: {
            /**
             * @description What the person is called
             * @example Diop Aissatou
             */
            name: string;
            /**
             * @description Why; kept with the act, so no name belongs in it
             * @example The bank asks who TR-7Q2MK3XD9F is
             */
            reason: string;
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
        NoteLeftOutShown: {
            /** @description Negative */
            amount: components["schemas"]["MoneyShown"];
            /** @example /api/v1/invoices/MINAMATA-CN-2025-0001 */
            href: string;
            /** @description Since the settlement was proposed: it is not approved as it was proposed */
            isIssuedSince: boolean;
            /** @example MINAMATA-CN-2025-0001 */
            number: string;
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
        OperationalRatesAdded: {
            items: components["schemas"]["OperationalRateListed"][];
            pricedEarlier: components["schemas"]["PricedEarlierShown"][];
            waiting: components["schemas"]["OperationalRateWaiting"][];
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
            waiting: components["schemas"]["OperationalRateWaiting"][];
        };
        OperationalRateWaiting: {
            /** @example CHF */
            currency: string;
            /** @example 2025-10-31 */
            effectiveOn: string;
            /**
             * @description The person, or of another side the secretariat
             * @example BRS.finance
             */
            loadedBy: string;
            /** @example 0.803 */
            unitsPerUsd: string;
        };
        PasswordRequest: {
            /** @description the password that one has now */
            current: string;
            password: string;
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
            /** @description Whether the books’ day is after its last: before that it is not closed */
            isOver: boolean;
            /** @enum {string} */
            kind: "MONTH" | "BIENNIUM";
            /**
             * Format: date
             * @example 2025-11-30
             */
            lastDay: string;
            /** @enum {string} */
            state: "OPEN" | "CLOSING" | "SIGNED_BY_ONE" | "LOCKED" | "REOPEN_REQUESTED" | "REOPENED";
            steps: components["schemas"]["PeriodStepShown"][];
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
            /** @description Whether the books’ day is after its last: before that it is not closed */
            isOver: boolean;
            /** @enum {string} */
            kind: "MONTH" | "BIENNIUM";
            /**
             * Format: date
             * @example 2025-11-30
             */
            lastDay: string;
            /** @enum {string} */
            state: "OPEN" | "CLOSING" | "SIGNED_BY_ONE" | "LOCKED" | "REOPEN_REQUESTED" | "REOPENED";
            steps: components["schemas"]["PeriodStepShown"][];
            /** @description How many acts there were; 0 where nobody has acted */
            version: number;
        };
        PeriodStepShown: {
            /** @enum {string} */
            act: "CLOSING_PROPOSED" | "CLOSING_SIGNED" | "LOCKED" | "CLOSING_WITHDRAWN" | "REOPENING_REQUESTED" | "REOPENING_DECLINED" | "REOPENED";
            /** Format: date-time */
            at: string;
            /** @example BRS.approving */
            person: string;
            /** @example BRS */
            secretariat: string;
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
            /** @description whether the account is shut: nobody comes in by it */
            isShut: boolean;
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
            /**
             * Format: uuid
             * @description The two entries of one event, one in each book
             */
            pair: string;
            /** @description After how many closings of its periods it came */
            postCloseNo: number;
            /** Format: date-time */
            postedAt: string;
            /** @example BRS.certifying */
            postedBy: string;
            /**
             * Format: uuid
             * @description The pair that this entry undoes; null for all but reversals
             */
            reverses: string | null;
            /** @example A1-01 */
            source: string;
        };
        PricedEarlierShown: {
            /**
             * @description Delivered on that day or later, priced with an earlier rate, and left so
             * @example 3
             */
            charges: number;
            /** @example CHF */
            currency: string;
            /** @example 2025-10-31 */
            effectiveOn: string;
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
            /**
             * @description Whether the guards in the database fire for this server: ok, or off, where a trigger or all of them are switched off; `recoup verify` names them
             * @example ok
             */
            guards: string;
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
        ReadingsAnswer: {
            items: components["schemas"]["ReadingShown"][];
        };
        ReadingShown: {
            /** @enum {string} */
            code: "oneself.read" | "rules.read" | "secretariat.read" | "people.read" | "inbox.read" | "fund.read" | "renewal.read" | "catalogue.read" | "agreement.read" | "charge.read" | "invoice.read" | "book.read" | "budget.read" | "period.read" | "traveller.read" | "act.read" | "verification.read" | "checkpoint.read" | "proof.read";
            conditions: string[];
            /** @description Any one of them */
            duties: ("FINANCE_OFFICER" | "CERTIFYING_OFFICER" | "APPROVING_OFFICER" | "AUDITOR" | "ADMINISTRATOR" | "JOINT_AUDITOR")[];
            /** @description Whether it is open without any duty too */
            everybody: boolean;
            /** @example Agreements */
            title: string;
        };
        ReasonRequest: {
            /**
             * @description It stays with the books
             * @example A visa fee of October came in February
             */
            reason: string;
        };
        ReciprocalEntriesAnswer: {
            items: components["schemas"]["ReciprocalEntryShown"][];
            nextAfter: string | null;
        };
        ReciprocalEntryShown: {
            /** Format: date */
            accountingOn: string;
            difference: components["schemas"]["MoneyShown"];
            /** @example CHARGE_CERTIFIED */
            event: string;
            /** Format: uuid */
            pair: string;
            payable: components["schemas"]["MoneyShown"] | null;
            receivable: components["schemas"]["MoneyShown"] | null;
            /** @example A1-01 */
            source: string;
        };
        ReciprocalShown: {
            /** @example CRA-2025-001 */
            agreement: string;
            /** @description The same in a sentence */
            cause: string | null;
            client: string;
            /**
             * @description Of a difference; null where the two agree
             * @enum {string|null}
             */
            code: "IN_ONE_BOOK_ALONE" | "BILLED_IN_ONE_BOOK" | null;
            difference: components["schemas"]["MoneyShown"];
            explained: components["schemas"]["ExplainedShown"][];
            /** @description In the client’s book, billed */
            payable: components["schemas"]["MoneyShown"];
            payableUnbilled: components["schemas"]["MoneyShown"];
            provider: string;
            /** @description In the provider’s book, billed */
            receivable: components["schemas"]["MoneyShown"];
            receivableUnbilled: components["schemas"]["MoneyShown"];
        };
        RecoveryCodesAnswer: {
            /** @description shown this once; each signs in once */
            recoveryCodes: string[];
        };
        RemarkShown: {
            /** Format: date-time */
            at: string;
            /** @example MINAMATA.finance */
            by: string;
            /** @example Charged to the wrong budget line */
            text: string;
        };
        RenewalAnswer: {
            /** Format: date-time */
            approvedAt: string | null;
            /** @example BRS.approving */
            approvedBy: string | null;
            availableActions: components["schemas"]["ActionShown"][];
            /** Format: date-time */
            doneAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description whether the account was shut, and opens with it */
            letsInAgain: boolean;
            /** @example BRS.jd */
            person: string;
            /** Format: date-time */
            proposedAt: string;
            /** @example BRS.administrator */
            proposedBy: string;
            reason: string;
            /** @example BRS */
            secretariat: string;
            /**
             * @description DONE: the link was used
             * @enum {string}
             */
            state: "PROPOSED" | "APPROVED" | "DONE" | "LAPSED";
        };
        RenewalApprovedAnswer: {
            /** Format: date-time */
            approvedAt: string | null;
            /** @example BRS.approving */
            approvedBy: string | null;
            availableActions: components["schemas"]["ActionShown"][];
            /** Format: date-time */
            doneAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description whether the account was shut, and opens with it */
            letsInAgain: boolean;
            /** @example BRS.jd */
            person: string;
            /** Format: date-time */
            proposedAt: string;
            /** @example BRS.administrator */
            proposedBy: string;
            reason: string;
            /** @example BRS */
            secretariat: string;
            /**
             * @description DONE: the link was used
             * @enum {string}
             */
            state: "PROPOSED" | "APPROVED" | "DONE" | "LAPSED";
            /** @description to be handed to the person as the link /invitation#TOKEN of this server, or for POST /api/v1/invitations/acceptance; good once and for three days, and shown this once: null in a repeat and a dry run */
            token: string | null;
        };
        RenewalRequest: {
            /** @description The account is shut, and opens with the new way in; whoever leaves it out does not mean a shut one */
            letsInAgain?: boolean;
            /** @description It stays with the books */
            reason: string;
        };
        RenewalsAnswer: {
            items: components["schemas"]["RenewalAnswer"][];
        };
        RenewedShown: {
            /** @example BRS.approving */
            approvedBy: string;
            /** Format: date-time */
            at: string;
            /** @example BRS.administrator */
            proposedBy: string;
        };
        ResumptionShown: {
            /** Format: date-time */
            at: string;
            /** @example BRS.approving */
            by: string;
            reason: string;
            /** @example BRS */
            secretariat: string;
        };
        ReturnShown: {
            /** Format: date-time */
            at: string;
            /** @example MINAMATA.finance */
            by: string;
            /** @example The voucher is of another invoice */
            reason: string;
        };
        RoomAnswer: {
            items: components["schemas"]["LineRoomShown"][];
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
        SecondFactorNeededAnswer: {
            /**
             * @description POST /api/v1/session/second-factor comes next
             * @enum {boolean}
             */
            secondFactorNeeded: true;
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
        SentTripAnswer: {
            /** @description As it is now; null unless it was recorded */
            charge: components["schemas"]["ChargeAnswer"] | null;
            /** @enum {string} */
            outcome: "RECORDED" | "REFUSED";
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
            /**
             * @description Whose books are open: the own side’s, and of a joint auditor the other’s too
             * @example [
             *       "BRS"
             *     ]
             */
            books: string[];
            /** @description whether this is a person of the demo */
            demo: boolean;
            designations: components["schemas"]["DesignationShown"][];
            /**
             * Format: date-time
             * @description unless it ends before, after 30 minutes without use
             */
            expiresAt: string;
            /** @description whether there is a password to change (POST /api/v1/session/password); else the identity provider has it */
            hasPassword: boolean;
            /** @description What these duties are for, whatever a document says then */
            may: ("agreement.draft" | "agreement.sign" | "charge.record" | "charge.receive" | "charge.certify" | "charge.return" | "charge.resubmit" | "charge.withdraw" | "charge.reverse" | "charge.approve-reversal" | "charge.keep" | "evidence.add" | "evidence.withdraw" | "invoice.prepare" | "invoice.credit" | "invoice.issue" | "invoice.discard" | "settlement.propose" | "settlement.approve" | "settlement.return" | "netting.issue" | "audit.issue" | "period.close" | "period.sign" | "period.withdraw" | "period.request-reopening" | "period.reopen" | "fund.state-cash" | "fund.state-coding" | "rates.add" | "posting.resume" | "restore.answer" | "traveller.disclose" | "traveller.export" | "traveller.correct" | "traveller.erase" | "person.add" | "person.name-traveller" | "account.invite" | "account.renew" | "account.approve-renewal" | "account.shut" | "person.link" | "designation.propose" | "designation.countersign" | "designation.decline" | "designation.end")[];
            /** @description whether a second factor must be made first (POST /api/v1/second-factor): until then nothing else is answered */
            mustEnrol: boolean;
            person: components["schemas"]["Named"];
            /** @description What is open to these duties to read */
            reads: ("oneself.read" | "rules.read" | "secretariat.read" | "people.read" | "inbox.read" | "fund.read" | "renewal.read" | "catalogue.read" | "agreement.read" | "charge.read" | "invoice.read" | "book.read" | "budget.read" | "period.read" | "traveller.read" | "act.read" | "verification.read" | "checkpoint.read" | "proof.read")[];
            /** @description that the own way in was renewed in the last thirty days, and by whom: to be shown to whoever signs in */
            renewed: components["schemas"]["RenewedShown"] | null;
            /** @description whether two factors have been proven */
            secondFactor: boolean;
            secretariat: components["schemas"]["Named"];
            /**
             * Format: date-time
             * @description until when the steps that ask for a fresh proof may be taken; null: step up first
             */
            steppedUpUntil: string | null;
        };
        SessionShown: {
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "BROWSER" | "COMMAND_LINE";
            /** @description whether it is the one that asks */
            own: boolean;
            /** Format: date-time */
            seenAt: string;
        };
        SessionsShown: {
            items: components["schemas"]["SessionShown"][];
        };
        SettledDocument: {
            /** @description Of a credit note negative */
            amount: components["schemas"]["MoneyShown"];
            /** @example /api/v1/invoices/BRS-2025-0001 */
            href: string;
            /** @example BRS-2025-0001 */
            number: string;
            /** @enum {string} */
            type: "INVOICE" | "CREDIT_NOTE";
        };
        SettlementAnswer: {
            /** @description Why it comes late, where a month or the biennium of its documents is closed */
            adjustmentReason: string | null;
            amount: components["schemas"]["MoneyShown"];
            availableActions: components["schemas"]["ActionShown"][];
            /** @description While it waits: issued and open credit notes on its documents that it leaves out */
            creditNotesLeftOut: components["schemas"]["NoteLeftOutShown"][];
            documents: components["schemas"]["SettledDocument"][];
            /**
             * @description Of the voucher, in the payer’s own ledger
             * @example 1900012345
             */
            externalNumber: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            method: "JOURNAL_VOUCHER" | "INTER_OFFICE_VOUCHER" | "BANK_TRANSFER";
            /** @description While it waits: what of its documents is open, those credit notes taken off */
            open: components["schemas"]["MoneyShown"] | null;
            /** @example MINAMATA */
            payee: string;
            /** @example BRS */
            payer: string;
            /** @description Null where one person recorded it, before two were asked for */
            proposed: components["schemas"]["ActShown"] | null;
            /** @description By whoever approved it; before two people were asked for, by whoever entered it. Null while it is not settled */
            recorded: components["schemas"]["ActShown"] | null;
            returned: components["schemas"]["ReturnShown"] | null;
            /**
             * @description PROPOSED: entered, and nothing is posted; SETTLED: approved by another person, and posted in both books; RETURNED: taken or sent back
             * @enum {string}
             */
            state: "PROPOSED" | "SETTLED" | "RETURNED";
            /** Format: date */
            valueOn: string;
            version: number;
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
        SettlementPage: {
            items: components["schemas"]["SettlementAnswer"][];
            nextCursor: string | null;
        };
        SettlementReturnBody: {
            /**
             * @description Why, in a sentence: it stays with the books
             * @example The voucher is of another invoice
             */
            reason: string;
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
        StepUpRequest: {
            /**
             * @description six digits of the authenticator, or a recovery code
             * @example 123456
             */
            code?: string;
            password: string;
        };
        SubjectAccessAnswer: {
            acts: components["schemas"]["AuditEventShown"][];
            charges: components["schemas"]["TravellerUseShown"][];
            /**
             * Format: date-time
             * @description When the name was erased
             */
            erasedAt: string | null;
            /**
             * Format: date
             * @description The last delivery or settlement; null while something is not settled
             */
            lastNeededOn: string | null;
            /** @description Null in a repeat of the same request, as all three: ask anew, with a new key */
            name: string | null;
            nights: string[];
            /** @example SN */
            party: string | null;
            /** @example TR-7Q2MK3XD9F */
            reference: string;
            /** Format: date-time */
            registeredAt: string;
            /** @example BRS.finance */
            registeredBy: string;
            /** @description The sides that pay or book */
            secretariats: string[];
            tickets: string[] | null;
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
        TravellerAnswer: {
            charges: components["schemas"]["TravellerUseShown"][];
            /**
             * Format: date-time
             * @description When the name was erased
             */
            erasedAt: string | null;
            /**
             * Format: date
             * @description The last delivery or settlement; null while something is not settled
             */
            lastNeededOn: string | null;
            nights: string[];
            /** @example TR-7Q2MK3XD9F */
            reference: string;
            /** Format: date-time */
            registeredAt: string;
            /** @example BRS.finance */
            registeredBy: string;
            /** @description The sides that pay or book */
            secretariats: string[];
        };
        TravellerRequest: {
            /**
             * @description The reference that charges of this person’s trips carry
             * @example MC-D-014
             */
            traveller: string;
        };
        TravellerUseShown: {
            /** @example CRA-2025-002 */
            agreement: string;
            /** @example T-02 */
            charge: string;
            /** Format: date */
            deliveredOn: string;
            /** @example BRS-2025-0002 */
            invoice: string | null;
            /** @example SETTLED */
            state: string;
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
            /** @description The charge that was withdrawn, reversed or credited, whose place this one takes */
            replaces?: string;
            terminals: number;
            ticket: components["schemas"]["TicketRequest"][];
            /**
             * @description The books’ reference, or what the person is called: kept apart, and answered as a reference
             * @example Diop Aissatou
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
        TwoBooksAnswer: {
            /** @description Whether the two books agree to the cent */
            agree: boolean;
            items: components["schemas"]["ReciprocalShown"][];
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
            /**
             * @description What a lift of its stop names
             * @example 12
             */
            id: string;
            milliseconds: number;
            ok: boolean;
            /** @description Who has asked to let posting go on: the other side agrees */
            resumption: components["schemas"]["ResumptionShown"] | null;
            /** @description Nothing is posted until this is lifted */
            stopsPosting: boolean;
        };
        VerificationsShown: {
            items: components["schemas"]["VerificationShown"][];
        };
        WhoCouldShown: {
            /** @description Somebody else of the duty that whoever asks has too */
            another: boolean;
            /** @description Any one of them */
            duties: ("FINANCE_OFFICER" | "CERTIFYING_OFFICER" | "APPROVING_OFFICER" | "AUDITOR" | "ADMINISTRATOR" | "JOINT_AUDITOR")[];
            /**
             * @description A certifying officer’s: each of them
             * @example [
             *       "BC",
             *       "RO"
             *     ]
             */
            funds: string[];
            /** @description How many could today; null where it is for the other secretariat */
            people: number | null;
            /**
             * @description Whose officer it is for
             * @example BRS
             */
            secretariat: string;
        };
        WhyShown: {
            /**
             * @description The code of the problem that would be the answer
             * @example SAME_PERSON
             */
            code: string;
            /**
             * @description What the reason names, by the code: days as YYYY-MM-DD, the rest as codes
             * @example {
             *       "did": "RECORDED",
             *       "document": "CHARGE"
             *     }
             */
            parts: {
                [key: string]: string;
            };
            /** @description Null where it is no matter of who */
            who: components["schemas"]["WhoCouldShown"] | null;
        };
        WithdrawalRequest: {
            /**
             * @description Why it proves nothing; its bytes are kept
             * @example It is the invoice of another delivery
             */
            reason: string;
        };
        WithdrawalShown: {
            /** Format: date-time */
            at: string;
            /** @example MINAMATA.finance */
            by: string;
            /** @example It is the invoice of another delivery */
            reason: string;
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            query?: {
                order?: "asc" | "desc";
                sort?: "number" | "meeting" | "charged" | "free" | "ceiling";
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
                    "application/json": components["schemas"]["AgreementsAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Room_ofAgreement: {
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
                    "application/json": components["schemas"]["RoomAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Watched_twoBooksOf: {
        parameters: {
            query?: {
                /** @description The nextAfter of the page before */
                after?: string;
            };
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
                    "application/json": components["schemas"]["ReciprocalEntriesAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Bundle_bundle: {
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
                    "application/zip": string;
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
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Watched_completeness: {
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
                    "application/json": components["schemas"]["CompletenessAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Watched_meetings: {
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
                    "application/json": components["schemas"]["MeetingNumbersAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Watched_twoBooks: {
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
                    "application/json": components["schemas"]["TwoBooksAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Codings_ofLine: {
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
                "application/json": components["schemas"]["CodingRequest"];
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
                    "application/json": components["schemas"]["CodingShown"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
                /** @description Those that this figure of the biennium’s audit is the sum of */
                figure?: "CHARGED" | "CREDITED" | "INVOICED" | "SETTLED" | "OPEN";
                from?: string;
                fund?: string;
                item?: string;
                meeting?: string;
                month?: string;
                /** @description Text somewhere in the id, item, evidence or note, in capitals or not */
                q?: string;
                state?: "PROVISIONAL" | "RECORDED" | "RECEIVED" | "CERTIFIED" | "INVOICED" | "DISPUTED" | "SETTLED" | "CREDITED" | "REJECTED" | "RETURNED" | "WITHDRAWN" | "REVERSING" | "REVERSED";
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
                    "application/json": components["schemas"]["AgreementTotalsAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
                /** @description Those that this figure of the biennium’s audit is the sum of */
                figure?: "CHARGED" | "CREDITED" | "INVOICED" | "SETTLED" | "OPEN";
                from?: string;
                fund?: string;
                item?: string;
                limit?: number;
                meeting?: string;
                month?: string;
                order?: "asc" | "desc";
                /** @description Text somewhere in the id, item, evidence or note, in capitals or not */
                q?: string;
                sort?: "newest" | "date" | "amount" | "id";
                state?: "PROVISIONAL" | "RECORDED" | "RECEIVED" | "CERTIFIED" | "INVOICED" | "DISPUTED" | "SETTLED" | "CREDITED" | "REJECTED" | "RETURNED" | "WITHDRAWN" | "REVERSING" | "REVERSED";
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
                    "text/csv": components["schemas"]["ChargePage"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Evidence_list: {
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
                    "application/json": components["schemas"]["EvidenceListAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Evidence_add: {
        parameters: {
            query?: {
                /** @description Shows the answer and the postings there would be; nothing is written */
                dryRun?: boolean;
                /** @description Of a JPEG or PNG: kept without what tells of place, time, device and people; which way up is among it */
                withoutMetadata?: boolean;
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
                "application/pdf": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "image/jpeg": string;
                "image/png": string;
                "message/rfc822": string;
                "text/csv": string;
                "text/plain": string;
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
                    "application/json": components["schemas"]["EvidenceAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Evidence_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidence: string;
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
                    "application/octet-stream": string;
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Evidence_withdraw: {
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
                evidence: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalRequest"];
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
                    "application/json": components["schemas"]["EvidenceAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Corrections_resubmit: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Corrections_return: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Corrections_reverse: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Corrections_approve: {
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Corrections_keep: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Room_ofCharge: {
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
                    "application/json": components["schemas"]["RoomAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Corrections_withdraw: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Charges_totals: {
        parameters: {
            query?: {
                agreement?: string;
                biennium?: string;
                budgetLine?: string;
                family?: string;
                /** @description Those that this figure of the biennium’s audit is the sum of */
                figure?: "CHARGED" | "CREDITED" | "INVOICED" | "SETTLED" | "OPEN";
                from?: string;
                fund?: string;
                item?: string;
                meeting?: string;
                month?: string;
                /** @description Text somewhere in the id, item, evidence or note, in capitals or not */
                q?: string;
                state?: "PROVISIONAL" | "RECORDED" | "RECEIVED" | "CERTIFIED" | "INVOICED" | "DISPUTED" | "SETTLED" | "CREDITED" | "REJECTED" | "RETURNED" | "WITHDRAWN" | "REVERSING" | "REVERSED";
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Codings_list: {
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
                    "application/json": components["schemas"]["CodingsShown"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    EditLog_years: {
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
                    "application/json": components["schemas"]["EditLogYearsAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_comeFirst: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstAdministratorRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description A page of another site asks */
            403: {
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Inbox_inbox: {
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
                    "application/json": components["schemas"]["InboxAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Inbox_count: {
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
                    "application/json": components["schemas"]["InboxCountAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description A page of another site asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_look: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkAnswer"];
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
            /** @description A page of another site asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
                /** @description An invoice: those that correct it */
                corrects?: string;
                cursor?: string;
                limit?: number;
                order?: "asc" | "desc";
                provider?: string;
                /** @description A draft has no number and no day */
                sort?: "newest" | "number" | "date" | "amount";
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Merged_merged: {
        parameters: {
            query: {
                /** @description Numbers of issued documents, in this order */
                numbers: string;
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
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Zipped_zipped: {
        parameters: {
            query: {
                /** @description Numbers of issued documents, in this order */
                numbers: string;
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
                    "application/zip": string;
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
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_listKeys: {
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
                    "application/json": components["schemas"]["KeysShown"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyCreatedAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_revokeKey: {
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
            /** @description There is no such thing */
            404: {
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
            /** @description The body is not JSON, or is packed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
                    "application/json": components["schemas"]["OperationalRatesAdded"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    OpenId_link: {
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
                "application/json": components["schemas"]["LinkRequest"];
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
                    "application/json": components["schemas"]["LinkedPerson"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    OpenId_unlink: {
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
        requestBody?: never;
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedPerson"] | components["schemas"]["DryRunAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_disable: {
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
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisablingRequest"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonNamed"] | components["schemas"]["DryRunAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_invite: {
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
                person: string;
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
                    "application/json": components["schemas"]["InvitedAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Renewals_propose: {
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
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewalRequest"];
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
                    "application/json": components["schemas"]["RenewalAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Periods_checklist: {
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
                    "application/json": components["schemas"]["ChecklistAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    People_readings: {
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
                    "application/json": components["schemas"]["ReadingsAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Renewals_list: {
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
                    "application/json": components["schemas"]["RenewalsAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Renewals_approve: {
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
                    "application/json": components["schemas"]["RenewalApprovedAnswer"] | components["schemas"]["DryRunAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    SecondFactor_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentAnswer"];
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
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON, or is packed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    SecondFactor_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    SecondFactor_renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesAnswer"];
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
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON, or is packed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    SentTrips_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["SentTripAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
                    "application/json": components["schemas"]["SessionAnswer"] | components["schemas"]["SecondFactorNeededAnswer"];
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
            /** @description A page of another site asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON, or is packed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Session_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
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
            /** @description This person may not do it */
            403: {
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Session_prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
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
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Session_stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpRequest"];
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
            /** @description This person may not do it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Session_list: {
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
                    "application/json": components["schemas"]["SessionsShown"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Session_end: {
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
            /** @description There is no such thing */
            404: {
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
            /** @description The body is not JSON, or is packed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Settlements_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                payee?: string;
                payer?: string;
                state?: "PROPOSED" | "SETTLED" | "RETURNED";
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
                    "application/json": components["schemas"]["SettlementPage"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Settlements_propose: {
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Settlements_approve: {
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
                    "application/json": components["schemas"]["SettlementAnswer"] | components["schemas"]["DryRunAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Settlements_return: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementReturnBody"];
            };
        };
        responses: {
            /** @description Done; or, with ?dryRun=true, what would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementAnswer"] | components["schemas"]["DryRunAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Settlements_one: {
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
            /** @description A ceiling, a state or another writer stands in the way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    OpenId_begin: {
        parameters: {
            query?: {
                /** @description Has the person prove again who they are: the way to step up for whoever signed in there */
                fresh?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go to the identity provider */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    OpenId_signedOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    logout_token: string;
                };
            };
        };
        responses: {
            /** @description Nothing is open by it any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description A page of another site asks */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description Somebody else’s server does not answer at the moment: ask again later */
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
    OpenId_finish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in; go to the first page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Accounts_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
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
            /** @description There is no such thing */
            404: {
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
            /** @description The body is not JSON, or is packed */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Travellers_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reference: string;
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
                    "application/json": components["schemas"]["TravellerAnswer"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Travellers_correct: {
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
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameCorrectionRequest"];
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
                    "application/json": components["schemas"]["TravellerAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Travellers_disclose: {
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
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisclosureRequest"];
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
                    "application/json": components["schemas"]["DisclosureAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Travellers_export: {
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
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisclosureRequest"];
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
                    "application/json": components["schemas"]["SubjectAccessAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Travellers_erase: {
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
                "application/json": components["schemas"]["ErasureRequest"];
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
                    "application/json": components["schemas"]["ErasureAnswer"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
    Codings_ofReceipts: {
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
                "application/json": components["schemas"]["CodingRequest"];
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
                    "application/json": components["schemas"]["CodingShown"];
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The body is larger than 1 MB, a file larger than 10 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON; a file is not of a kind that is kept, or not of the kind it is sent as */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request came to a name that is not this server’s */
            421: {
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
            /** @description It was asked too often: Retry-After says in how many seconds to ask again */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
            /** @description The request came to a name that is not this server’s */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer at the moment, somebody else holds what this asks for (HELD_BY_SOMEBODY_ELSE), or the server is being stopped (SERVER_STOPS): repeat with the same Idempotency-Key; Retry-After says in how many seconds */
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
