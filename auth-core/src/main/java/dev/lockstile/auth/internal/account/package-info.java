/** Not API: the flows behind the account services. */
@NullMarked
package dev.lockstile.auth.internal.account;

import org.jspecify.annotations.NullMarked;
