/** An old system in MongoDB as a source of an import, live through its driver. Nothing here ever writes. */
@NullMarked
package dev.lockstile.auth.imports.mongodb;

import org.jspecify.annotations.NullMarked;
