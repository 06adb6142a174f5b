package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;

/** An old row in quarantine. */
record QuarantineRow(String runId, QuarantinedRow row) {}
