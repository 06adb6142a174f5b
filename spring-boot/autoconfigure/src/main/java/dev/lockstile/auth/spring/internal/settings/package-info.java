/** The properties of an application, and the settings they make. */
@NullMarked
package dev.lockstile.auth.spring.internal.settings;

import org.jspecify.annotations.NullMarked;
