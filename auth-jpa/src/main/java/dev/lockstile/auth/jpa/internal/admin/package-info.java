@NullMarked
package dev.lockstile.auth.jpa.internal.admin;

import org.jspecify.annotations.NullMarked;
