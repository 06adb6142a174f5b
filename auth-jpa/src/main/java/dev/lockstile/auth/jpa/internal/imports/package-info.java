/** The verbs that only an import, its ledger or its rollback needs. */
@NullMarked
package dev.lockstile.auth.jpa.internal.imports;

import org.jspecify.annotations.NullMarked;
