/** Not part of the API: decides what is to be written for a person. */
@NullMarked
package dev.lockstile.auth.imports.internal.engine.plan;

import org.jspecify.annotations.NullMarked;
