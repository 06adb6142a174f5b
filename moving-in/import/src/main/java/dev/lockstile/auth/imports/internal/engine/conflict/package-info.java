/** Not part of the API: who keeps an identifier that several accounts have. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine.conflict;

import org.jspecify.annotations.NullMarked;
