/**
 * Takes a run of an import back. Each kind of row has one class that decides what becomes of it: accounts the run
 * created, rows they own, second factors, what was merged into accounts from before the run, and rows the run updated.
 */
@NullMarked
package dev.lockstile.auth.imports.rollback;

import org.jspecify.annotations.NullMarked;
