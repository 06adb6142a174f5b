/** Not API: what every flow has at hand. */
@NullMarked
package dev.lockstile.auth.internal.flow;

import org.jspecify.annotations.NullMarked;
