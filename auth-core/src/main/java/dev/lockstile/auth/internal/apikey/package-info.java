/** Not API: the flows behind API keys. */
@NullMarked
package dev.lockstile.auth.internal.apikey;

import org.jspecify.annotations.NullMarked;
