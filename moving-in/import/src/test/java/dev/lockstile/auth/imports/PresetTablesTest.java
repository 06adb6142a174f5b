package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.Importing;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables a preset takes for its system's, and what it says of those that nearly are. */
final class PresetTablesTest {

    private static final String REQUIRED = """
        preset          | table         | columns
        devise          | users         | id, email, encrypted_password
        laravel         | users         | id, email, password
        spring-security | users         | username, password, enabled
        authjs          | User          | id, email
        authjs          | users         | id, email
        wordpress       | wp_users      | ID, user_login, user_pass, user_email
        wordpress       | users         | ID, user_login, user_pass, user_email
        aspnet-identity | AspNetUsers   | Id, UserName, Email, PasswordHash
        """;

    @ParameterizedTest
    @CsvSource(textBlock = REQUIRED, delimiter = '|', useHeadersInDisplayName = true)
    void the_table_of_a_system_is_recognised_by_its_name_and_columns(String preset, String table, String columns) {
        List<String> all = names(columns);
        try (JdbcSource source = source(Map.of(table, with(all, "favourite_colour")))) {
            PersonSource people = open(preset, source);
            assertThat(people.tables()).hasSize(1);
            assertThat(people.columnsNotCarried()).isEqualTo(Map.of(table, List.of("favourite_colour")));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = REQUIRED, delimiter = '|', useHeadersInDisplayName = true)
    void one_that_lacks_a_column_is_refused_and_the_column_named(String preset, String table, String columns) {
        for (String absent : names(columns)) {
            List<String> rest =
                    names(columns).stream().filter(name -> !name.equals(absent)).toList();
            try (JdbcSource source = source(Map.of(table, with(rest, "other")))) {
                assertThatExceptionOfType(SourceUnusableException.class)
                        .isThrownBy(() -> open(preset, source).tables())
                        .withMessageStartingWith("table " + table + " of ")
                        .withMessageContaining("lacks the columns [" + absent.toLowerCase(Locale.ROOT) + "]")
                        .withMessageContaining("; it has ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = REQUIRED, delimiter = '|', useHeadersInDisplayName = true)
    void one_that_is_named_otherwise_is_refused_and_what_is_there_listed(String preset, String table, String columns) {
        try (JdbcSource source = source(Map.of(table + "_old", names(columns)))) {
            assertThatExceptionOfType(SourceUnusableException.class)
                    .isThrownBy(() -> open(preset, source).tables())
                    .withMessageStartingWith("there is no table ")
                    .withMessageEndingWith("; there are [" + table + "_old]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jb-drf-auth, there is no table",
        "django, there is no table auth_user in",
        "fastapi-users, there is neither a table fu_users nor a table users or user in",
        "keycloak, there is no table user_entity in"
    })
    void systems_of_several_tables_name_the_one_that_is_missing(String preset, String words) {
        try (JdbcSource source = source(Map.of("people", List.of("id", "email", "password")))) {
            assertThatExceptionOfType(SourceUnusableException.class)
                    .isThrownBy(() -> open(preset, source).tables())
                    .withMessageStartingWith(words)
                    .withMessageContaining("[people]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keycloak | user_entity | id, username, email, email_verified, enabled | there is no table credential"
                        + " in",
                "django | auth_user | id, email | table auth_user of",
                "fastapi-users | fu_users | id, email | table fu_users of",
            })
    void systems_of_several_tables_name_what_a_near_miss_lacks(
            String preset, String table, String columns, String words) {
        try (JdbcSource source = source(Map.of(table, names(columns)))) {
            assertThatExceptionOfType(SourceUnusableException.class)
                    .isThrownBy(() -> open(preset, source).tables())
                    .withMessageStartingWith(words);
        }
    }

    @ParameterizedTest
    @CsvSource({"KEYCLOAK", "wordpress2", "''"})
    void a_name_that_is_no_preset_is_refused_with_those_there_are(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Presets.named(name, null))
                .withMessage("no preset " + name + "; there are: " + String.join(", ", Presets.names()));
    }

    private static PersonSource open(String preset, JdbcSource source) {
        return Presets.named(preset, null).people(source, new Reading(IdentifierRules.standard(), null, Importing.NOW));
    }

    private static List<String> names(String columns) {
        return Arrays.stream(columns.split(",")).map(String::strip).toList();
    }

    private static List<String> with(List<String> columns, String more) {
        return Stream.concat(columns.stream(), Stream.of(more)).toList();
    }

    /** Tables of texts, spelled as they are here. */
    private static JdbcSource source(Map<String, List<String>> tables) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:preset_" + UUID.randomUUID());
            try (Statement statement = connection.createStatement()) {
                for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                    statement.execute(table.getValue().stream()
                            .map(column -> '"' + column + "\" varchar(255)")
                            .collect(Collectors.joining(", ", "create table \"" + table.getKey() + "\" (", ")")));
                }
            }
            return JdbcSource.of(connection, "a test");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
