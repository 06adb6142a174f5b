/** Roles that the host keeps outside of its code. */
@NullMarked
package dev.lockstile.auth.internal.role;

import org.jspecify.annotations.NullMarked;
