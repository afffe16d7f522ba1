console.log(JSON.stringify(await (await import('./postings.mjs')).postings({quick:true}),null,1));
