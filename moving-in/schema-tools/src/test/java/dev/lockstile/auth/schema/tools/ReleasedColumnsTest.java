package dev.lockstile.auth.schema.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the release before can live with, by the file that it left beside the changelog. */
final class ReleasedColumnsTest {

    private static final String FILE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
            logicalFilePath="db/migrations/0001_shop.xml">
        <changeSet id="1" author="host"><createTable tableName="Shop"><column name="id" type="bigint"/></createTable></changeSet>
        %s</databaseChangeLog>
        """;
    private static final String REQUIRED = """
        <changeSet id="2" author="host"><addColumn tableName="Shop"><column name="size" type="int">
            <constraints nullable="false"/></column></addColumn></changeSet>
        """;

    @TempDir
    private Path root;

    @Test
    void a_column_that_the_release_before_cannot_fill_is_found() {
        HostTree tree = HostTree.in(root, "db/migrations/0001_shop.xml");
        tree.put("db/migrations/0001_shop.xml", FILE.formatted(""));
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            AuthSchema schema = tree.schema(pool);
            schema.migrate();
            tree.put("db/migrations/0001_shop.xml", FILE.formatted(REQUIRED));
            assertThat(PendingLint.of(schema).findings())
                    .extracting(Finding::id)
                    .doesNotContain("S15");
            tree.put("db/mapped.columns", EntityModel.of(Shop.class).mappedColumns());
            assertThat(tree.text("db/mapped.columns")).isEqualTo("shop.id\n");
            assertThat(PendingLint.of(schema).findings())
                    .extracting(Finding::id)
                    .contains("S15");
        }
    }

    @Entity(name = "Shop")
    static class Shop {
        @Id
        Long id;
    }
}
