package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.QuarantinedRow;

/** An old row in quarantine. */
record QuarantineRow(String runId, QuarantinedRow row) {}
