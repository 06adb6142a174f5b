/** What an optional feature brings to a host. */
@NullMarked
package dev.lockstile.auth.feature;

import org.jspecify.annotations.NullMarked;
