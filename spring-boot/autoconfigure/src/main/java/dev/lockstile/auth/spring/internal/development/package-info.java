/** What only a developer has. */
@NullMarked
package dev.lockstile.auth.spring.internal.development;

import org.jspecify.annotations.NullMarked;
