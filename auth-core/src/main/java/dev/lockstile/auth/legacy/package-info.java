/** What a former system is asked while people still come over from it, one by one. */
@NullMarked
package dev.lockstile.auth.legacy;

import org.jspecify.annotations.NullMarked;
