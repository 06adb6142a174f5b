/** Host applications and databases that tests of the schema and of the JPA store share. */
@NullMarked
package dev.lockstile.auth.schema.hosts;

import org.jspecify.annotations.NullMarked;
