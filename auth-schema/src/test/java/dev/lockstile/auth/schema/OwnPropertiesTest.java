package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.test.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changelog makes the same tables wherever it runs: what surrounds the process does not get into its properties. */
final class OwnPropertiesTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                logicalFilePath="%s">
            """;
    private static final String SHOP = HEAD.formatted("db/migrations/0001_shop.xml") + """
            <property name="len" value="30" dbms="mariadb"/>
            <property name="len" value="40"/>
            <property name="len" value="50"/>
            <property name="width" value="7" global="false"/>
            <changeSet id="1" author="host"><createTable tableName="shop">
                <column name="name" type="varchar(${len})"/><column name="sign" type="varchar(${width})"/>
                <column name="slogan" type="varchar(${slogan.length})"/>
            </createTable></changeSet>
            </databaseChangeLog>
            """;
    private static final String STALL = """
            databaseChangeLog:
              - logicalFilePath: db/migrations/0002_stall.yaml
              - property: {name: len, value: "60"}
              - changeSet:
                  id: "2"
                  author: host
                  changes:
                    - createTable:
                        tableName: stall
                        columns:
                          - column: {name: name, type: "varchar(${len})"}
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void plant() {
        HostTree tree = HostTree.in(root, "db/migrations/0001_shop.xml", "db/migrations/0002_stall.yaml");
        tree.put("db/migrations/0001_shop.xml", SHOP);
        tree.put("db/migrations/0002_stall.yaml", STALL);
    }

    @Test
    void properties_of_the_jvm_do_not_override_those_of_the_changelog() throws SQLException {
        Map<String, String> around = Map.of("len", "80", "WIDTH", "81", "slogan.length", "9");
        around.forEach(System::setProperty);
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            schema(pool).migrate();
            assertThat(lengths(pool)).isEqualTo("shop.name 40, shop.sign 7, shop.slogan 9, stall.name 40");
        } finally {
            around.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void variables_of_the_environment_do_not_either() throws IOException, InterruptedException {
        List<String> command = ChildJvm.command(Elsewhere.class);
        command.add(root.toString());
        ProcessBuilder other = new ProcessBuilder(command).redirectErrorStream(true);
        other.environment().putAll(Map.of("LEN", "80", "width", "81", "SLOGAN.LENGTH", "9"));
        Process process = other.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("made: shop.name 40, shop.sign 7, shop.slogan 9, stall.name 40");
    }

    private AuthSchema schema(HikariDataSource pool) {
        return schema(pool, root);
    }

    private static AuthSchema schema(HikariDataSource pool, Path root) {
        return AuthSchema.builder(pool).hostChangelog("db/tree.xml").build().readingFirst(root);
    }

    private static String lengths(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("select listagg(lower(table_name || '.' || column_name) || ' ' ||"
                                + " character_maximum_length, ', ') within group (order by table_name, ordinal_position)"
                                + " from information_schema.columns where table_name in ('SHOP', 'STALL')")) {
            found.next();
            return found.getString(1);
        }
    }

    /** A process with an environment of its own. */
    static final class Elsewhere {

        private Elsewhere() {}

        public static void main(String[] arguments) throws SQLException {
            try (HikariDataSource pool = TestDatabase.H2.open()) {
                schema(pool, Path.of(arguments[0])).migrate();
                System.out.println("made: " + lengths(pool));
            }
        }
    }
}
