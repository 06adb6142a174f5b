package dev.lockstile.auth.schema.tools;

import dev.lockstile.auth.schema.internal.lint.MappedColumns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The {@code mapped.columns} that lies beside a changelog: what the entities of the last release are mapped to. */
final class ReleasedColumns {

    static final String NAME = "mapped.columns";

    private ReleasedColumns() {}

    static MappedColumns read(InputStream in) throws IOException {
        return MappedColumns.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The text of such a file for these entities. */
    static String of(EntityModel entities) {
        return new MappedColumns(entities.mapped().shape().tables().values().stream()
                        .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toString();
    }
}
