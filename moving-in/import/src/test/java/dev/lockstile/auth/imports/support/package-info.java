/** Databases to import from and hosts to import into. */
package dev.lockstile.auth.imports.support;
