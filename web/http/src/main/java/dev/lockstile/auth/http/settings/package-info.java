/** Settings of the endpoints: {@link dev.lockstile.auth.http.settings.HttpSettings} and its parts. */
@NullMarked
package dev.lockstile.auth.http.settings;

import org.jspecify.annotations.NullMarked;
