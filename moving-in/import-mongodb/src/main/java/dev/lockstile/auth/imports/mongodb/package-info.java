/** An old system in MongoDB as a source of an import, live through its driver. Imports read it alone; write-back sync, of a host that uses it, writes to it. */
@NullMarked
package dev.lockstile.auth.imports.mongodb;

import org.jspecify.annotations.NullMarked;
