/** Lists for the host's own administration: read-only, paged by key, without secrets. */
@NullMarked
package dev.lockstile.auth.admin;

import org.jspecify.annotations.NullMarked;
