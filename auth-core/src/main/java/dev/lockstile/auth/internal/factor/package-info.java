/** Not API: the second factors, and the flows in which they are shown, enrolled and taken away. */
@NullMarked
package dev.lockstile.auth.internal.factor;

import org.jspecify.annotations.NullMarked;
