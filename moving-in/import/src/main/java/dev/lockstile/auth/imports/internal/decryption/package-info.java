/** Not part of the API: decrypts second factors that source systems store encrypted. */
@NullMarked
package dev.lockstile.auth.imports.internal.decryption;

import org.jspecify.annotations.NullMarked;
