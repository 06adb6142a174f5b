/** The store on JPA: for hosts that keep their accounts in a SQL database through Hibernate. */
@NullMarked
package dev.lockstile.auth.jpa;

import org.jspecify.annotations.NullMarked;
