package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.internal.lint.MappedColumns;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.shape.EntityModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** The {@code mapped.columns} that lies beside a changelog: what the entities of the last release are mapped to. */
final class ReleasedColumns {

    static final String NAME = "mapped.columns";

    private ReleasedColumns() {}

    /** Null where there is none. */
    static @Nullable MappedColumns beside(String changelog, ResourceAccessor files) {
        String path = changelog.substring(0, changelog.lastIndexOf('/') + 1) + NAME;
        try {
            List<Resource> found = files.getAll(path);
            if (found == null || found.isEmpty()) {
                return null;
            }
            try (InputStream in = found.get(0).openInputStream()) {
                return MappedColumns.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new SchemaException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The text of such a file for these entities. */
    static String of(EntityModel entities) {
        return new MappedColumns(entities.shape().tables().values().stream()
                        .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toString();
    }
}
