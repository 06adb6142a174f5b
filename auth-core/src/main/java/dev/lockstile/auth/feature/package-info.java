/** The description of optional features. */
@NullMarked
package dev.lockstile.auth.feature;

import org.jspecify.annotations.NullMarked;
