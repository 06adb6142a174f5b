/** Typed settings and feature flags of users, declared by the host and kept in the settings column. */
@NullMarked
package dev.lockstile.auth.setting;

import org.jspecify.annotations.NullMarked;
