package dev.lockstile.auth.schema.hosts;

import dev.lockstile.auth.schema.AuthSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A host's resources in a folder, with an empty changelog to begin with. */
public class HostTree {

    private static final String EMPTY = """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                           xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                           logicalFilePath="db/tree.xml">
        %s</databaseChangeLog>
        """;

    private final Path root;

    protected HostTree(Path root, String... includes) {
        this.root = root;
        StringBuilder lines = new StringBuilder();
        Stream.of(includes)
                .forEach(i -> lines.append("    <include file=\"").append(i).append("\"/>\n"));
        put("db/tree.xml", EMPTY.formatted(lines));
    }

    public static HostTree in(Path root, String... includes) {
        return new HostTree(root, includes);
    }

    public final void put(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A changelog of one change set, which runs this statement. */
    public final HostTree putStatement(String path, String sql) {
        put(path, """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                logicalFilePath="%s">
            <changeSet id="1" author="host"><sql>%s</sql></changeSet>
            </databaseChangeLog>
            """.formatted(path, sql));
        return this;
    }

    public String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> migrations() {
        Path folder = root.resolve("db/migrations");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AuthSchema schema(DataSource database) {
        return AuthSchema.builder(database).hostChangelog("db/tree.xml").build().readingFirst(root);
    }
}
