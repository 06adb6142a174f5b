/** What a host is told about its entities. */
@NullMarked
package dev.lockstile.auth.jpa.host;

import org.jspecify.annotations.NullMarked;
