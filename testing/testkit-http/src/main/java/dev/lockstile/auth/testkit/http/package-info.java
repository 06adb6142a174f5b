/** For tests of a host over HTTP: the endpoints on a free port, a client, and the attack suite. */
@NullMarked
package dev.lockstile.auth.testkit.http;

import org.jspecify.annotations.NullMarked;
