/** The pages, where auth-pages is on the class path. */
@NullMarked
package dev.lockstile.auth.spring.internal.pages;

import org.jspecify.annotations.NullMarked;
