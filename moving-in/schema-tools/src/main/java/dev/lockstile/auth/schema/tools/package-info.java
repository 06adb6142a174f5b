/**
 * What a host's build asks of a schema: its entities as {@link EntityModel}, whether waiting migrations are safe on
 * tables in use, and where two databases differ.
 */
@NullMarked
package dev.lockstile.auth.schema.tools;

import org.jspecify.annotations.NullMarked;
