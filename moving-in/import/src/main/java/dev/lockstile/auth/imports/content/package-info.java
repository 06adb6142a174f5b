/** Copies rows into a host's own tables; their owners are found through the ledger of imported accounts. */
@NullMarked
package dev.lockstile.auth.imports.content;

import org.jspecify.annotations.NullMarked;
