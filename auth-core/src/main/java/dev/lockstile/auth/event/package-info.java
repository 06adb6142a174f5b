/** Security events, their listeners, and the audit trail. */
@NullMarked
package dev.lockstile.auth.event;

import org.jspecify.annotations.NullMarked;
