/** Lists for administration: read-only, paged by key, without secrets. */
@NullMarked
package dev.lockstile.auth.admin;

import org.jspecify.annotations.NullMarked;
