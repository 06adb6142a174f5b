/** What Liquibase has written down of the change sets that ran on a database. */
@NullMarked
package dev.lockstile.auth.schema.internal.history;

import org.jspecify.annotations.NullMarked;
