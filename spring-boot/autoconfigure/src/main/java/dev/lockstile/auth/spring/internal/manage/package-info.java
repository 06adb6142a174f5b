/** The manage commands in the application's own jar. */
@NullMarked
package dev.lockstile.auth.spring.internal.manage;

import org.jspecify.annotations.NullMarked;
