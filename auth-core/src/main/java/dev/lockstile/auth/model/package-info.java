/**
 * For entity authors: the mapped superclasses a host extends and the values they speak in. Depends on nothing but
 * the annotations of {@code jakarta.persistence}.
 */
@NullMarked
package dev.lockstile.auth.model;

import org.jspecify.annotations.NullMarked;
