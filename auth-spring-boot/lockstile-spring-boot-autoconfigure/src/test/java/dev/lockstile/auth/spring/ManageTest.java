package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.shop.ShopApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The manage commands, each in a process of its own as {@code java -jar app.jar manage ...} starts one. */
class ManageTest {

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
    void a_command_runs_on_the_applications_own_database_without_a_web_server() throws Exception {
        List<String> database = List.of(
                "-Dspring.datasource.url=jdbc:h2:file:" + folder.resolve("shop"),
                "-Dlockstile.keys.folder=" + folder.resolve("keys"),
                "-Dspring.profiles.active=test",
                "-Dspring.liquibase.enabled=false",
                "-Dspring.flyway.enabled=false",
                "-Dspring.jpa.hibernate.ddl-auto=update");
        Run check = manage(database, "showmigrations");
        assertThat(check.code()).as(check.text()).isZero();
        assertThat(check.text()).contains("[X]").doesNotContain("Tomcat", "[ ]");
    }

    @Test
    void a_command_that_is_none_is_told_from_the_others() throws Exception {
        Run run = manage(List.of(), "--help");
        assertThat(run.code()).isZero();
        assertThat(run.text()).contains("makemigrations", "create-superuser");
    }

    private Run manage(List<String> properties, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(properties);
        line.add("-Dspring.main.sources=" + ShopApplication.class.getName());
        line.addAll(List.of(SpringApplication.class.getName(), "manage"));
        line.addAll(List.of(command));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private record Run(int code, String text) {}
}
