/** Roles and their permissions, declared by the host, and the permissions of administration. */
@NullMarked
package dev.lockstile.auth.role;

import org.jspecify.annotations.NullMarked;
