/** Impersonation: staff who act on behalf of an account, without the changes that only its owner may make. */
@NullMarked
package dev.lockstile.auth.impersonation;

import org.jspecify.annotations.NullMarked;
