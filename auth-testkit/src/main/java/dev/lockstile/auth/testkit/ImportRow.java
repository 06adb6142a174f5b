package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.ImportRunRow;

/** A run of an import. */
record ImportRow(ImportRunRow run) {}
