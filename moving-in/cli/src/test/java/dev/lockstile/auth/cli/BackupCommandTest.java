package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.secret.Secret;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BackupCommandTest extends ManageCommandsFixture {

    private static final String PASSWORD = "plum:harb\"our\\4417";

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void ownDatabase() {
        database.setURL("jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        host.schema = HostSchema.of(
                AuthSchema.builder(database).build(), EntityModel.of(new PersistenceConfiguration("none")));
        host.access = new SourceAccess(database.getURL(), "sa", null);
    }

    @Test
    void the_copy_of_h2_is_restored_counted_and_for_this_user_alone() throws Exception {
        host.schema.schema().migrate();
        assertThat(run("backup", "--to", folder.resolve("b").toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("restored into a throw-away database");
        Path copy = copies(folder.resolve("b")).get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        try (var restored = DriverManager.getConnection("jdbc:h2:mem:again_" + folder.getFileName(), "sa", "");
                var statement = restored.createStatement()) {
            statement.execute("runscript from '" + copy + "' compression gzip");
            assertThat(statement
                            .executeQuery("select count(*) from databasechangelog")
                            .next())
                    .isTrue();
        }
    }

    @Test
    void user_and_password_are_read_from_the_address_where_they_stand_there() {
        BackupTool.Server server = BackupTool.Server.of(
                new SourceAccess("jdbc:postgresql://db.example/shop?ssl=true&user=app&password=a%2Bb%26", null, null),
                5432);
        assertThat(server.user()).isEqualTo("app");
        assertThat(server.password()).isEqualTo(Secret.of("a+b&"));
        BackupTool.Server given = BackupTool.Server.of(
                new SourceAccess("jdbc:postgresql://db.example/shop?user=app", "owner", Secret.of("s")), 5432);
        assertThat(given.user()).isEqualTo("owner");
        assertThat(given.password()).isEqualTo(Secret.of("s"));
    }

    @Test
    void a_migration_backs_up_first_and_only_where_there_is_something_to_run() throws Exception {
        Path backups = folder.resolve("b");
        assertThat(run("migrate", "--backup", backups.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().indexOf("Backup "))
                .isNotNegative()
                .isLessThan(out.toString().indexOf("up to date"));
        assertThat(copies(backups)).hasSize(1);
        assertThat(run("migrate", "--backup", backups.toString())).isZero();
        assertThat(copies(backups)).hasSize(2); // the host under test notes a migration and runs none
        host.schema.schema().migrate();
        assertThat(run("migrate", "--backup", backups.toString()))
                .as(err.toString())
                .isZero();
        assertThat(copies(backups)).hasSize(2);
    }

    @Test
    void a_migration_without_its_backup_runs_nothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("migrate", "--backup", file.toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(host.schema.schema().pending()).isNotEmpty();
    }

    @Test
    void passwords_go_by_a_file_of_this_user_and_not_by_arguments_or_environment() throws Exception {
        tool("pg_dump", "cat \"$PGPASSFILE\" > " + folder + "/seen; stat -c %a \"$PGPASSFILE\" >> " + folder + "/seen");
        tool("pg_restore", "true");
        tool("mariadb-dump", "f=${1#*=}; cat \"$f\" > " + folder + "/seen; stat -c %a \"$f\" >> " + folder + "/seen");
        tool("mariadb", "true");
        BackupTool.Server server = BackupTool.Server.of(
                new SourceAccess("jdbc:postgresql://db.acme.example/app?ssl=true", "acme", Secret.of(PASSWORD)), 5432);
        new PostgresBackup(database, server, folder).dump(Files.createFile(folder.resolve("copy")));
        assertThat(Files.readString(folder.resolve("seen"))).isEqualTo("*:*:*:*:plum\\:harb\"our\\\\4417\n600\n");
        assertThat(Files.readString(folder.resolve("called")))
                .contains("--host=db.acme.example", "--username=acme", "--dbname=app")
                .doesNotContain("harb");
        new MariaDbBackup(database, server, folder).dump(folder.resolve("copy"));
        assertThat(Files.readString(folder.resolve("seen")))
                .contains("user=\"acme\"", "password=\"plum:harb\\\"our\\\\4417\"", "\n600\n");
        assertThat(Files.readString(folder.resolve("called")))
                .contains("--single-transaction")
                .doesNotContain("harb");
    }

    @Test
    void a_tool_that_is_missing_or_fails_is_told_in_one_line_and_leaves_no_file() throws Exception {
        host.access = new SourceAccess("jdbc:postgresql://localhost/app", "acme", null);
        Path backups = folder.resolve("b");
        assertThat(run("backup", "--to", backups.toString(), "--tools", folder.toString()))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("install the client tools").hasLineCount(1);
        tool("pg_dump", "echo 'pg_dump: error: server version mismatch' >&2; exit 1");
        assertThat(run("backup", "--to", backups.toString(), "--tools", folder.toString()))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("server version mismatch");
        assertThat(copies(backups)).isEmpty();
    }

    @Test
    void a_host_that_does_not_tell_its_database_says_how() {
        host.access = null;
        assertThat(run("backup", "--to", folder.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("ManagedHost.databaseAccess()");
    }

    /** A program that notes its arguments and environment, and then does something. */
    private void tool(String name, String does) throws IOException {
        Path tool = Files.writeString(
                folder.resolve(name), "#!/bin/sh\n(echo \"$0 $*\"; env) >> " + folder + "/called\n" + does + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    private static List<Path> copies(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.toList();
        }
    }
}
