/** API keys, where a prefix is given for them. */
@NullMarked
package dev.lockstile.auth.spring.internal.apikey;

import org.jspecify.annotations.NullMarked;
