/**
 * The tables: a Liquibase changelog for a fresh database, and what runs it. A host with a changelog of its own includes
 * {@code dev/lockstile/auth/schema/auth-schema.xml}.
 */
@NullMarked
package dev.lockstile.auth.schema;

import org.jspecify.annotations.NullMarked;
