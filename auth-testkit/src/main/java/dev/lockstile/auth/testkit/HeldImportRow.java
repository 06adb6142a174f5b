package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.HeldRow;

/** An old row in quarantine. */
record HeldImportRow(String runId, HeldRow row) {}
