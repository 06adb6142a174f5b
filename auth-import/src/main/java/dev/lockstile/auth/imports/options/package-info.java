/** What an import is told: its options, its target, and files of content that refers to people. */
@NullMarked
package dev.lockstile.auth.imports.options;

import org.jspecify.annotations.NullMarked;
