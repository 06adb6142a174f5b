/** Not part of the API: what a rollback and the import of single people know of rows in the ledger. */
@NullMarked
package dev.lockstile.auth.imports.internal.rollback;

import org.jspecify.annotations.NullMarked;
