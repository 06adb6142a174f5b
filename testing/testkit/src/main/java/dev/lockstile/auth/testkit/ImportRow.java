package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;

/** A run of an import. */
record ImportRow(ImportRunRow run) {}
