/** Staff who act for an account: with its eyes, and without what its owner alone may change. */
@NullMarked
package dev.lockstile.auth.impersonation;

import org.jspecify.annotations.NullMarked;
