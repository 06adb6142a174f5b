package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.bare.BareApplication;
import dev.lockstile.auth.spring.shop.ShopApplication;
import dev.lockstile.test.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The manage commands, each in a process of its own as {@code java -jar app.jar manage ...} starts one. */
class ManageTest {

    private String application = ShopApplication.class.getName();

    @TempDir
    private Path folder;

    @Test
    void keys_are_made_before_there_is_a_database_or_a_key() throws Exception {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Run run = manage(List.of(), "keys", "generate", "--folder", keys.toString());
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(keys).isNotEmptyDirectory();
        assertThat(run.text()).doesNotContain("HikariPool", "Started");
    }

    @Test
    void a_smoke_test_needs_no_database_and_no_key_and_sends_nothing_over_plain_http() throws Exception {
        Run run = manage(List.of(), "smoke", "--base", "http://acme.example", "--no-send");
        assertThat(run.code()).as(run.text()).isEqualTo(2);
        assertThat(run.text()).contains("must be https").doesNotContain("HikariPool");
    }

    private List<String> database(String... more) {
        List<String> properties = new ArrayList<>(List.of(
                "-Dspring.datasource.url=jdbc:h2:file:" + folder.resolve("shop"),
                "-Dlockstile.keys.folder=" + folder.resolve("keys"),
                "-Dspring.profiles.active=test",
                "-Dspring.liquibase.enabled=false",
                "-Dspring.flyway.enabled=false"));
        properties.addAll(List.of(more));
        return properties;
    }

    @Test
    void a_command_runs_on_the_applications_own_database_without_a_web_server() throws Exception {
        List<String> database = database("-Dspring.jpa.hibernate.ddl-auto=update");
        assertThat(manage(database, "migrate").code()).isZero();
        Run check = manage(database, "showmigrations");
        assertThat(check.code()).as(check.text()).isZero();
        assertThat(check.text()).contains("[X]").doesNotContain("Tomcat", "[ ]");
    }

    @Test
    void migrate_makes_the_tables_where_the_application_makes_none_and_its_names_are_the_entities() throws Exception {
        for (String mode : List.of("validate", "none")) {
            folder = Files.createDirectory(folder.resolve(mode));
            List<String> database =
                    database("-Dlockstile.schema.mode=" + mode, "-Dspring.jpa.hibernate.ddl-auto=validate");
            Run migrate = manage(database, "migrate");
            assertThat(migrate.code()).as(migrate.text()).isZero();
            Run shown = manage(database, "showmigrations");
            assertThat(shown.text()).contains("[X]").doesNotContain("[ ]", "edited");
            try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("shop"));
                    ResultSet members = connection.getMetaData().getTables(null, null, "MEMBER", null)) {
                assertThat(members.next()).isTrue();
            }
        }
    }

    @Test
    void the_deployment_is_checked_and_backed_up_by_the_applications_properties() throws Exception {
        List<String> database = database("-Dlockstile.http.trusted-proxies=0.0.0.0/0");
        assertThat(manage(database, "migrate").code()).isZero();
        Run check = manage(database, "check", "--deploy");
        assertThat(check.code()).as(check.text()).isEqualTo(1);
        assertThat(check.text()).contains("every address is a trusted proxy", "error(s).");
        Run backup =
                manage(database, "backup", "--to", folder.resolve("backups").toString());
        assertThat(backup.code()).as(backup.text()).isZero();
        assertThat(backup.text()).contains("restored into a throw-away database");
        assertThat(manage(database, "--version").text()).contains("Database H2", "Schema at");
    }

    @Test
    void a_command_runs_beside_a_chain_of_the_application_and_with_properties_behind_it() throws Exception {
        application = ShopApplication.class.getName() + "," + OwnChain.class.getName();
        Run run = manage(database(), "otp-stats", "--spring.jpa.hibernate.ddl-auto=update", "--lockstile.service=Shop");
        assertThat(run.code()).as(run.text()).isZero();
    }

    @Test
    void a_takeover_runs_from_an_application_without_entities_and_writes_nothing_to_the_database() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("shop");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table users (id bigint primary key, email varchar(254) unique,"
                    + " password varchar(255), created_at timestamp)");
        }
        application = BareApplication.class.getName();
        Run run = manage(database(), "takeover", "--dry-run", "--package", "com.example");
        assertThat(run.text()).contains("users").doesNotContain("JPA-02", "APPLICATION FAILED");
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet made = connection.getMetaData().getTables(null, null, "AUTH_%", null)) {
            assertThat(made.next()).isFalse();
        }
    }

    @Test
    void standard_output_holds_what_a_command_prints_and_nothing_of_the_applications_log() throws Exception {
        List<String> properties = database(
                "-Dspring.jpa.hibernate.ddl-auto=update", "-Dlockstile.roles.declared.exporter.for-programs=true");
        assertThat(manage(properties, "migrate").code()).isZero();
        Run made = manage(properties, "service-accounts", "create", "nightly", "--role", "exporter");
        assertThat(made.code()).as(made.text()).isZero();
        assertThat(made.output()).matches("Service account [0-9]+ is opened\\.\\R");
        assertThat(made.errors()).contains("text messages go to every country");
    }

    @Test
    void a_command_that_is_none_is_told_from_the_others() throws Exception {
        Run run = manage(List.of(), "--help");
        assertThat(run.code()).isZero();
        assertThat(run.text()).contains("makemigrations", "create-superuser");
    }

    private Run manage(List<String> properties, String... command) throws IOException, InterruptedException {
        List<String> line = ChildJvm.command();
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(properties);
        line.add("-Dspring.main.sources=" + application);
        line.addAll(List.of(SpringApplication.class.getName(), "manage"));
        line.addAll(List.of(command));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }

    private record Run(int code, String output, String errors) {

        String text() {
            return output + errors;
        }
    }

    /** A chain as an application writes it. */
    @Configuration(proxyBeanMethods = false)
    static class OwnChain {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.build();
        }
    }
}
