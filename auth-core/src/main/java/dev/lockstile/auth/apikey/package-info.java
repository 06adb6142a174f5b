/** API keys, by which programs call the host on behalf of an account without its password and without a session. */
@NullMarked
package dev.lockstile.auth.apikey;

import org.jspecify.annotations.NullMarked;
