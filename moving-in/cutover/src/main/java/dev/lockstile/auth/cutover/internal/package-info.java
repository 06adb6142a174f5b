/** What several packages of this module need; never an API. */
@NullMarked
package dev.lockstile.auth.cutover.internal;

import org.jspecify.annotations.NullMarked;
