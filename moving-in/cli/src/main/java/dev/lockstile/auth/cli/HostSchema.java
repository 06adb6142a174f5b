package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.nio.file.Path;

/**
 * What the commands over the schema need of a host.
 *
 * @param schema the host's changelog and its database
 * @param entities the host's persistence unit; no database is asked for it
 * @param resources where the changelog lies in the source tree, for {@code makemigrations} and {@code takeover}
 */
public record HostSchema(AuthSchema schema, EntityModel entities, Path resources) {

    /**
     * {@return the same with {@code src/main/resources}, where Maven and Gradle have the changelog}
     *
     * @param schema the host's changelog and its database
     * @param entities the host's persistence unit
     */
    public static HostSchema of(AuthSchema schema, EntityModel entities) {
        return new HostSchema(schema, entities, Path.of("src/main/resources"));
    }
}
