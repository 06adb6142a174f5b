/** The tables, before JPA starts. */
@NullMarked
package dev.lockstile.auth.spring.internal.schema;

import org.jspecify.annotations.NullMarked;
