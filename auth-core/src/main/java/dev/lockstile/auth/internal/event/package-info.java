/** Not API: how listeners are told what has happened, after the commit. */
@NullMarked
package dev.lockstile.auth.internal.event;

import org.jspecify.annotations.NullMarked;
