/** The ledger of imported rows: which row of the target came from which row of a source system. */
@NullMarked
package dev.lockstile.auth.imports.ledger;

import org.jspecify.annotations.NullMarked;
