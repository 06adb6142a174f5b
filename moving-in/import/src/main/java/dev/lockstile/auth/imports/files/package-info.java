/** Copies files between folders and stores that speak S3, with checksums. */
@NullMarked
package dev.lockstile.auth.imports.files;

import org.jspecify.annotations.NullMarked;
