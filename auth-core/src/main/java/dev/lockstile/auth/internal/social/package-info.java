/** Not API: the flows of accounts at other sites. */
@NullMarked
package dev.lockstile.auth.internal.social;

import org.jspecify.annotations.NullMarked;
