package dev.lockstile.auth.schema.changelog;

import dev.lockstile.auth.schema.report.SchemaException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** A file that its host keeps in the folder of a changelog. */
public record ChangelogSibling(String changelog, ResourceAccessor files) {

    /** Makes something of its bytes. */
    public interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** Returns null where there is none of that name. */
    public <T> @Nullable T read(String name, Reading<T> reading) {
        String path = changelog.substring(0, changelog.lastIndexOf('/') + 1) + name;
        try {
            List<Resource> found = files.getAll(path);
            if (found == null || found.isEmpty()) {
                return null;
            }
            try (InputStream in = found.get(0).openInputStream()) {
                return reading.read(in);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SchemaException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
