/** Not API: how a message is put into the outbox within a flow's transaction, and how it leaves afterwards. */
@NullMarked
package dev.lockstile.auth.internal.message;

import org.jspecify.annotations.NullMarked;
