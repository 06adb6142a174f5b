/**
 * A changelog read as text, without Liquibase: before 5.0.2 its parser stops at the first class that is missing, and
 * from then on it passes over it, so neither can tell what history names. The guard of the history and the tools of
 * {@code auth-schema-tools} read changelogs through this package; a host has no use for it.
 */
@NullMarked
package dev.lockstile.auth.schema.changelog;

import org.jspecify.annotations.NullMarked;
