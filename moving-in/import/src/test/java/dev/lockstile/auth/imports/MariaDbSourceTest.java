package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows as MariaDB keeps them, read by its own driver: zero dates, bits, padded columns, texts as bytes. */
final class MariaDbSourceTest {

    private static final String WORD = "river-lamp-5521";
    private static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";

    private JpaHost host;
    private HikariDataSource old;
    private MigrationFixture app;
    private Auth auth;

    @BeforeEach
    void open() {
        old = TestDatabase.MARIADB.open(config -> config.setConnectionInitSql("set sql_mode = ''"));
        host = JpaHost.onH2();
        app = new MigrationFixture(host.store());
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional()));
    }

    @AfterEach
    void close() {
        host.close();
        old.close();
    }

    @Test
    void dates_of_zeros_neither_prove_nor_close() {
        Sql.execute(
                old,
                "create table users (id bigint unsigned auto_increment primary key, email varchar(191), email_verified_at"
                        + " timestamp null, password varchar(191), deleted_at timestamp null, created_at datetime(6))",
                "insert into users values (1, 'z1@acme.example', '0000-00-00 00:00:00', '" + BCRYPT
                        + "', '0000-00-00 00:00:00', '0000-00-00 00:00:00'), (2, 'z2@acme.example', '2024-01-01 10:00:00', '"
                        + BCRYPT + "', null, '2023-00-00 00:00:00'), (3, 'z3@acme.example', '2024-01-01 10:00:00', '"
                        + BCRYPT
                        + "', '2024-05-05 10:00:00', '2023-01-01 00:00:00')");
        ImportReport report = run("laravel");
        assertThat(report.people().in(State.CREATED)).isEqualTo(3);
        assertThat(verified("z1@acme.example")).isFalse();
        assertThat(verified("z2@acme.example")).isTrue();
        assertThat(signsIn("z1@acme.example")).isTrue();
        assertThat(signsIn("z2@acme.example")).isTrue();
        assertThat(signsIn("z3@acme.example")).isFalse();
    }

    @Test
    void bits_and_small_numbers_are_marks() {
        Sql.execute(
                old,
                "create table auth_user (id int auto_increment primary key, password varbinary(128), last_login datetime(6),"
                        + " is_superuser tinyint(1) not null, username varchar(150) character set utf8mb4 collate"
                        + " utf8mb4_general_ci not null unique, first_name tinyblob, last_name varbinary(150), email char(60),"
                        + " is_staff tinyint(4) not null, is_active bit(1) not null, date_joined datetime(6) not null)",
                "insert into auth_user values (1, 'bcrypt$" + BCRYPT
                        + "', null, 1, 'b1', 'Ána', 'Ruiz', 'b1@acme.example',"
                        + " 1, b'1', '0000-00-00 00:00:00'), (2, 'bcrypt$" + BCRYPT + "', null, 0, 'b2', 'Ben', 'L',"
                        + " 'b2@acme.example', 0, b'0', '2024-01-01 00:00:00'), (3, 'bcrypt$" + BCRYPT
                        + "', '0000-00-00 00:00:00', 0, 'b3', '', '', 'b3@acme.example', 0, b'1', '2024-01-01 00:00:00')");
        run("django");
        assertThat(signsIn("b1@acme.example")).isTrue();
        assertThat(signsIn("b2")).isFalse();
        assertThat(signsIn("b3")).isTrue();
        assertThat(host.count("select count(*) from auth_user where is_superuser and is_staff"))
                .isEqualTo(1);
        assertThat(host.count("select count(*) from auth_profile where first_name = 'Ána'"))
                .isEqualTo(1);
    }

    @Test
    void a_factor_of_a_key_in_another_spelling_is_its_owners() {
        Sql.execute(
                old,
                "create table `user` (id varchar(36) character set utf8mb4 collate utf8mb4_general_ci primary key, email"
                        + " varchar(99), emailVerified tinyint(1), password varchar(99), twoFactorEnabled tinyint(1))",
                "create table twoFactor (id varchar(36) primary key, secret varchar(999), userId varchar(36) character set"
                        + " utf8mb4 collate utf8mb4_general_ci)",
                "create table passkey (id varchar(36) primary key, name varchar(99), publicKey varchar(999), userId char(40)"
                        + " character set utf8mb4 collate utf8mb4_general_ci, credentialID varchar(999), counter int, deviceType"
                        + " varchar(32), backedUp tinyint(1), transports varchar(99))",
                "insert into `user` values ('AbC', 'f1@acme.example', 1, '" + BCRYPT
                        + "', 0), ('def', 'f2@acme.example'," + " 1, '" + BCRYPT + "', 1)",
                "insert into twoFactor values ('t2', '" + FactorKeyVectors.of("betterAuth/bare") + "', 'DEF')",
                "insert into passkey values ('k1', 'phone', 'AAAA', 'abc', 'AAAA', 0, 'multiDevice', 1, 'internal')");
        FactorKey key = FactorKey.of(FactorKeyVectors.of("betterAuth/key").getBytes(StandardCharsets.US_ASCII));
        ImportReport report = run("authjs", ImportOptions.defaults().withFactorKey(key));
        assertThat(host.count("select count(*) from auth_totp where user_id = (select id from auth_user where email ="
                        + " 'f2@acme.example')"))
                .isEqualTo(1);
        assertThat(report.warnings()).doesNotContainKey("second_factor_locked");
        assertThat(report.warnings()).containsEntry("passkey_left_behind", 1L);
        assertThat(login("f2@acme.example")).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void names_addresses_and_hashes_stand_in_columns_of_bytes() {
        Sql.execute(
                old,
                "create table wp_users (ID bigint unsigned auto_increment primary key, user_login varbinary(255), user_pass"
                        + " tinyblob, user_email tinyblob, user_registered binary(14), display_name varbinary(255), spam"
                        + " tinyint(2), deleted tinyint(2))",
                "insert into wp_users values (1, 'Wald Ämilie', '" + BCRYPT
                        + "', 'w1@acme.example', '20240101000000', 'W', 0," + " 0), (2, 'w2', '" + BCRYPT
                        + "', 'w2@acme.example', '20240101000000', 'W', 1, 0)");
        run("wordpress");
        assertThat(signsIn("w1@acme.example")).isTrue();
        assertThat(signsIn("Wald Ämilie")).isTrue();
        assertThat(signsIn("w2")).isFalse();
    }

    private ImportReport run(String preset) {
        return run(preset, ImportOptions.defaults());
    }

    private ImportReport run(String preset, ImportOptions options) {
        try (Source source = JdbcSource.open(new SourceAccess(old.getJdbcUrl(), null, null))) {
            return new UserImport(app.target(), options).run(source, Presets.named(preset, null), ImportWatch.none());
        }
    }

    private boolean verified(String email) {
        return host.count("select count(*) from auth_user where email = '" + email
                        + "' and email_verified_at is not null")
                == 1;
    }

    private boolean signsIn(String login) {
        return login(login) instanceof Outcome.Done;
    }

    private Outcome<?> login(String login) {
        return MigrationFixture.login(auth, login, WORD);
    }
}
