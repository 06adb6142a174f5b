/** What the host's entities look like: which they are, what their keys are, and what is wrong with them. */
@NullMarked
package dev.lockstile.auth.jpa.internal.host;

import org.jspecify.annotations.NullMarked;
