package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.PlainSql;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.function.Function;

/**
 * What all transactions of one store share.
 *
 * @param imports makes the verbs of an import for an open transaction
 */
record StoreContext(Tables tables, PlainSql plain, Function<Rows, ImportTx> imports) {}
