/**
 * Rolls back a run of an import. Each kind of row has one class that decides how it is rolled back: accounts that the
 * run created, rows that belong to accounts, second factors, second rows merged into accounts from before the run, and
 * rows that the run updated.
 */
@NullMarked
package dev.lockstile.auth.imports.rollback;

import org.jspecify.annotations.NullMarked;
