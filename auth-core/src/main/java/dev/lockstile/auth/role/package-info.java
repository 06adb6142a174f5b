/** Roles with permissions, as the host declares them, and the permissions of administration. */
@NullMarked
package dev.lockstile.auth.role;

import org.jspecify.annotations.NullMarked;
