/** What a host needs while it replaces another system; the packages below hold one task each. */
@NullMarked
package dev.lockstile.auth.cutover;

import org.jspecify.annotations.NullMarked;
