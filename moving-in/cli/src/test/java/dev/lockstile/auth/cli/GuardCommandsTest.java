package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.TokenSettings;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that guard: check, unlock, lock-history, and the look before migrate. */
final class GuardCommandsTest {

    private static final String LOG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                               xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                               xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                               logicalFilePath="db/changelog.xml">
                <include file="dev/lockstile/auth/schema/auth-schema.xml"/>
                %s
            </databaseChangeLog>
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final JdbcDataSource database = new JdbcDataSource();
    private boolean validating;
    private Auth auth;

    @TempDir
    private Path root;

    @BeforeEach
    void plant() throws IOException {
        database.setURL("jdbc:h2:mem:guard_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        database.setPassword("");
        Files.createDirectories(root.resolve("db"));
        log("");
    }

    @Test
    void check_tells_what_is_wrong_with_id_cause_and_fix() throws Exception {
        assertThat(run("migrate")).as(err.toString()).isEqualTo(ExitCodes.OK);
        execute("alter table auth_profile drop column label");
        execute("alter table auth_user add column extra varchar(3)");
        execute("update auth_user set extra = 'x'");
        execute("alter table auth_user alter column extra set not null");
        log("<changeSet id=\"x\" author=\"host\"><customChange class=\"old.UserManager\"/></changeSet>");

        assertThat(run("check")).isEqualTo(ExitCodes.FINDINGS);

        assertThat(out.toString())
                .contains("HG-01 db/changelog.xml::x::host: the class old.UserManager")
                .contains("@FormerlyKnownAs(\"old.UserManager\")")
                .contains("HM-02 auth_profile.label")
                .contains("HM-03 auth_user.extra")
                .contains("HM-06 " + User.class.getName() + ".setRole")
                .contains("fix: ");
    }

    @Test
    void check_before_migrate_tells_its_findings_where_the_session_factory_cannot_be_built() throws SQLException {
        validating = true;

        assertThat(run("check")).as(err.toString()).isEqualTo(ExitCodes.FINDINGS);

        assertThat(out.toString())
                .contains("JPA-10 entities: the host's store cannot be opened: Schema validation: missing table")
                .contains("migrate, then check again: ")
                .contains("HM-01 auth_user: an entity is mapped to this table, which is not there")
                .contains("HM-01 auth_profile")
                .contains("HM-06 " + User.class.getName() + ".setRole");
        assertThat(err.toString()).isEmpty();

        run("migrate");
        out.getBuffer().setLength(0);
        assertThat(run("check")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString())
                .contains(
                        "JPA-10 entities: the host's store cannot be opened: Schema validation: missing column [role]")
                .contains("HM-02 auth_user.role")
                .doesNotContain("HM-01", "wait to run");

        execute("alter table auth_user add column role varchar(255)");
        out.getBuffer().setLength(0);
        run("check");
        assertThat(out.toString()).doesNotContain("JPA-10", "HM-02").contains("HM-06");
    }

    @Test
    void check_tells_keys_that_do_not_belong_to_the_database() throws SQLException {
        run("migrate");
        execute("alter table auth_user add column role varchar(255)");
        InMemoryAuthStore store = new InMemoryAuthStore();
        auth = auth(store);
        auth.start().close();
        run("check");
        assertThat(out.toString()).doesNotContain("KEY-01");
        auth = auth(store);
        assertThat(run("check")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString())
                .contains("KEY-01 digest key: it is not the one that this database was used with")
                .contains("delete from auth_throttle where bucket = 'digest-key'");
    }

    private static Auth auth(AuthStore store) {
        return Auth.builder(store)
                .settings(AuthSettings.owasp(
                        "Acme",
                        TokenSettings.owasp("https://acme.example", "acme"),
                        LinkSettings.of(
                                URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"))))
                .keys(AuthKeys.generate())
                .email(new ConsoleEmailSender())
                .build();
    }

    @Test
    void check_answers_whether_a_shim_may_go() throws IOException {
        log("<changeSet id=\"x\" author=\"host\"><customChange class=\"old.UserManager\"/></changeSet>");
        assertThat(run("check", "--shim", "old.UserManager")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("must stay: a fresh database needs it", "this database: has not run");
        assertThat(run("check", "--shim", "old.Other")).isEqualTo(ExitCodes.OK);
    }

    @Test
    void migrate_runs_nothing_that_is_not_safe_on_tables_in_use() throws IOException {
        assertThat(run("migrate")).isEqualTo(ExitCodes.OK);
        log("<changeSet id=\"x\" author=\"host\"><renameColumn tableName=\"auth_user\" oldColumnName=\"email\""
                + " newColumnName=\"mail\"/></changeSet>");
        assertThat(run("migrate")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(err.toString()).contains("S13 db/changelog.xml::x::host", "nothing was run", "--allow-unsafe");
        assertThat(run("migrate", "--allow-unsafe")).isEqualTo(ExitCodes.OK);
    }

    @Test
    void migrate_runs_nothing_on_tables_that_have_lost_a_key() throws Exception {
        assertThat(run("migrate")).isEqualTo(ExitCodes.OK);
        assertThat(run("migrate")).as("nothing is lost").isEqualTo(ExitCodes.OK);
        execute("alter table auth_user drop constraint " + uniqueKeyOver("EMAIL_KEY"));
        log(
                "<changeSet id=\"x\" author=\"host\"><createTable tableName=\"t\"><column name=\"id\" type=\"int\"/></createTable></changeSet>");
        assertThat(run("migrate")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(err.toString()).contains("HM-12 auth_user.email_key", "nothing was run", "--allow-unsafe");
        assertThat(run("migrate", "--plan")).isEqualTo(ExitCodes.OK);
        log("<changeSet id=\"y\" author=\"host\"><addUniqueConstraint tableName=\"auth_user\" columnNames=\"email_key\""
                + " constraintName=\"uq_email_key_again\"/></changeSet>");
        assertThat(run("migrate")).as("the waiting change set adds the key").isEqualTo(ExitCodes.OK);
        execute("alter table auth_user drop constraint uq_email_key_again");
        assertThat(run("migrate")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run("migrate", "--allow-unsafe")).isEqualTo(ExitCodes.OK);
    }

    private String uniqueKeyOver(String column) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet keys = connection
                        .createStatement()
                        .executeQuery("select constraint_name from information_schema.constraint_column_usage"
                                + " where table_name = 'AUTH_USER' and column_name = '" + column + "'")) {
            assertThat(keys.next()).isTrue();
            return keys.getString(1);
        }
    }

    @Test
    void unlock_releases_a_stale_lock_and_no_other() throws Exception {
        run("migrate");
        assertThat(run("unlock")).isEqualTo(ExitCodes.OK);
        execute(
                "update databasechangeloglock set locked = true, lockedby = 'node-7', lockgranted = timestamp '2020-01-01 00:00:00'");
        assertThat(run("unlock", "--report")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("no migration holds the lock", "held by node-7 since 2020-01-01", "stale");
        try (Connection alive = database.getConnection()) {
            assertThat(alive.isClosed()).isFalse();
            execute("update databasechangeloglock set lockgranted = localtimestamp");
            assertThat(run("unlock")).isEqualTo(ExitCodes.FAILED);
            assertThat(err.toString()).contains("not released").contains("node-7");
            assertThat(run("unlock", "--dead", "node-7")).isEqualTo(ExitCodes.OK);
        }
        assertThat(out.toString()).contains("Released.");
    }

    @Test
    void lock_history_adds_and_never_edits() throws IOException {
        Path lock = root.resolve("history.lock");
        assertThat(run("lock-history", lock.toString())).isEqualTo(ExitCodes.OK);
        String first = Files.readString(lock);
        assertThat(first).contains("changeset\tdev/lockstile/auth/schema/v1/accounts.xml::user-1::lockstile\t");
        log(
                "<changeSet id=\"x\" author=\"host\"><createTable tableName=\"t\"><column name=\"id\" type=\"int\"/></createTable></changeSet>");
        assertThat(run("lock-history", lock.toString())).isEqualTo(ExitCodes.OK);
        assertThat(Files.readString(lock)).startsWith(first).contains("db/changelog.xml::x::host");
        assertThat(out.toString()).contains("1 of them new");
    }

    @Test
    void lock_history_tells_the_next_release_which_columns_this_one_needs() throws IOException {
        assertThat(run("lock-history", root.resolve("history.lock").toString())).isEqualTo(ExitCodes.OK);
        assertThat(root.resolve("mapped.columns")).content().contains("auth_user.email_key\n", "auth_user.id\n");
    }

    private void log(String more) throws IOException {
        Files.writeString(root.resolve("db/changelog.xml"), LOG.formatted(more));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int run(String... arguments) {
        ManageCommands commands = ManageCommands.of(Host::new, Map.of());
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.run(arguments);
    }

    private final class Host implements ManagedHost {

        @Override
        public HostSchema schema() {
            AuthSchema schema = AuthSchema.builder(database)
                    .hostChangelog("db/changelog.xml")
                    .build()
                    .readingFirst(root);
            return new HostSchema(schema, EntityModel.of(User.class, Profile.class), root);
        }

        @Override
        public AuthStore store() {
            if (validating) {
                new PersistenceConfiguration("validating")
                        .managedClass(User.class)
                        .managedClass(Profile.class)
                        .property("hibernate.connection.datasource", database)
                        .property("hibernate.hbm2ddl.auto", "validate")
                        .createEntityManagerFactory()
                        .close();
            }
            return new InMemoryAuthStore();
        }

        @Override
        public Auth auth() {
            return auth == null ? ManagedHost.super.auth() : auth;
        }

        @Override
        public PasswordFormats passwordFormats() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    @Entity
    @Table(name = "auth_user")
    static class User extends AbstractUser {
        @Id
        @GeneratedValue
        Long id;

        String role;

        @Override
        public Long getId() {
            return id;
        }

        public void setRole(String role) {
            this.role = role;
        }
    }

    @Entity
    @Table(name = "auth_profile")
    static class Profile extends AbstractProfile<User> {
        @Id
        @GeneratedValue
        Long id;

        @Override
        public Long getId() {
            return id;
        }
    }
}
