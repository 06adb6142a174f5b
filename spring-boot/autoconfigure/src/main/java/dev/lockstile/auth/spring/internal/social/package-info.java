/** Sign-in with other sites, where the module for it is there. */
@NullMarked
package dev.lockstile.auth.spring.internal.social;

import org.jspecify.annotations.NullMarked;
