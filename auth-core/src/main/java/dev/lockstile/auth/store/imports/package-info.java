/**
 * What a store offers beyond {@link dev.lockstile.auth.store.AuthTx} to be the target of an import. No flow asks for
 * any of it; {@link dev.lockstile.auth.store.imports.ImportTx} is the way in.
 */
@NullMarked
package dev.lockstile.auth.store.imports;

import org.jspecify.annotations.NullMarked;
