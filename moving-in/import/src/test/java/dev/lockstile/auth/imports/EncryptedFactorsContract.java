package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Second factors that the old application encrypts come along with its key, and lock the account without it. */
abstract class EncryptedFactorsContract extends OldFactorFixture {

    private static final String OTHER_KEY = "primary_key: other\nkey_derivation_salt: other\n"
            + "otp_secret_encryption_key: other\nAPP_KEY=base64:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            + "BETTER_AUTH_SECRET=another-secret-of-32-characters-x\n";

    @Test
    void an_application_of_fortify_comes_with_its_recovery_codes() {
        key("APP_KEY=" + vector("laravel/key") + "\nAPP_PREVIOUS_KEYS=" + vector("laravel/previous") + "\n");
        ImportReport report = come("laravel", laravel());
        assertThat(asked("p1@acme.example", WORD)).containsExactly(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
        assertThat(entersWith("p1@acme.example", WORD, generator().code())).isTrue();
        assertThat(enters("p1@acme.example", WORD, new FactorProof.RecoveryCode(Secret.of("abcdefghij-klmnopqrst"))))
                .isTrue();
        assertThat(entersWith("p2@acme.example", WORD, generator().code())).isTrue();
        assertThat(login("p3@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
        assertThat(isLocked("p4@acme.example", WORD)).as("a damaged secret").isTrue();
        assertThat(login("p5@acme.example", WORD)).as("not confirmed").isInstanceOf(Outcome.Done.class);
        assertThat(report.warnings())
                .containsEntry("totp_secret_unreadable", 1L)
                .containsEntry("factor_unconfirmed", 1L);
    }

    @Test
    void applications_of_devise_come_along_whatever_version_encrypted_them() {
        key("primary_key: " + vector("rails/primary") + "\nkey_derivation_salt: " + vector("rails/salt")
                + "\notp_secret_encryption_key: " + vector("attrEncrypted/key") + "\n");
        ImportReport report = come("devise", devise());
        for (int id = 1; id <= 4; id++) {
            String name = "p" + id + "@acme.example";
            assertThat(entersWith(name, WORD, generator().code())).as(name).isTrue();
        }
        assertThat(isLocked("p5@acme.example", WORD)).as("a damaged secret").isTrue();
        assertThat(login("p6@acme.example", WORD)).as("not asked for").isInstanceOf(Outcome.Done.class);
        assertThat(isLocked("p7@acme.example", WORD))
                .as("a mark without a secret")
                .isTrue();
        assertThat(report.warnings()).containsEntry("recovery_codes_hashed", 1L);
    }

    @Test
    void a_code_of_devise_that_was_used_there_opens_nothing_here() {
        key("primary_key: " + vector("rails/primary") + "\nkey_derivation_salt: " + vector("rails/salt"));
        long step = app.clock.instant().getEpochSecond() / 30;
        come(
                "devise",
                people(
                        "users",
                        "encrypted_password",
                        "otp_required_for_login boolean, otp_secret varchar, consumed_timestep bigint",
                        "true,'" + vector("rails/sha256") + "'," + (step + 1)));
        assertThat(entersWith("p1@acme.example", WORD, generator().code())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"userId\"|\"backupCodes\"|\"twoFactor\"", "user_id|backup_codes|two_factor"})
    void an_application_of_better_auth_comes_with_its_backup_codes(String names) {
        key("BETTER_AUTH_SECRET=" + vector("betterAuth/key") + "\nBETTER_AUTH_SECRETS=2:"
                + vector("betterAuth/second"));
        String[] spelled = names.split("\\|");
        come("authjs", betterAuth(spelled[2], spelled[0], spelled[1]));
        // The bytes of the secret's text in base32.
        TotpGenerator generator = TotpGenerator.of("I5CVURCHJZBFMR2ZGNKFCT2KKFDUKWSEI5HEEVSHLEZVIUKPJJIQ", app.clock);
        assertThat(asked("p1@acme.example", WORD)).containsExactly(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
        assertThat(entersWith("p1@acme.example", WORD, generator.code())).isTrue();
        assertThat(enters("p1@acme.example", WORD, new FactorProof.RecoveryCode(Secret.of("klmno-PQRST"))))
                .isTrue();
        assertThat(entersWith("p2@acme.example", WORD, generator.code())).isTrue();
        assertThat(login("p3@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
        assertThat(isLocked("p4@acme.example", WORD)).as("a mark alone").isTrue();
    }

    @Test
    void without_a_key_these_accounts_are_locked_as_before() {
        come("laravel", laravel());
        for (String name : List.of("p1", "p2", "p4")) {
            assertThat(isLocked(name + "@acme.example", WORD)).as(name).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"laravel", "devise", "authjs"})
    void a_wrong_key_is_refused_before_anything_is_written(String preset) {
        Supplier<Source> source = switch (preset) {
            case "laravel" -> laravel();
            case "devise" -> devise();
            default -> betterAuth("\"twoFactor\"", "\"userId\"", "\"backupCodes\"");
        };
        key(OTHER_KEY);
        assertThatThrownBy(() -> run(Presets.named(preset, null), source))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("the factor key opens none of the first")
                .hasMessageNotContaining(vector("laravel/key"));
        assertThat(rows()).isEmpty();
        assertThat(host.count("select count(*) from auth_import_run")).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void secrets_without_any_confirmation_stop_the_import_until_the_mover_says_what_they_are(boolean withKey) {
        Supplier<Source> neverConfirmed = people(
                "users",
                "password",
                "two_factor_secret varchar, two_factor_recovery_codes varchar, two_factor_confirmed_at timestamp",
                "'" + vector("laravel/serialized") + "',null,null",
                "null,null,null");
        if (withKey) {
            key(vector("laravel/key"));
        }
        assertThatThrownBy(() -> run(Presets.named("laravel", null), neverConfirmed))
                .hasMessageContaining("users.two_factor_confirmed_at is empty in each row with a secret");
        assertThat(rows()).isEmpty();
        options = options.withColumn("two_factor_confirmed_at", ColumnMeaning.IGNORE);
        come("laravel", neverConfirmed);
        if (withKey) {
            assertThat(entersWith("p1@acme.example", WORD, generator().code())).isTrue();
        } else {
            assertThat(isLocked("p1@acme.example", WORD)).isTrue();
        }
        assertThat(login("p2@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_enrolment_that_was_given_up_demands_nothing_where_the_mover_says_so(boolean withKey) {
        if (withKey) {
            key(vector("laravel/key"));
        }
        options = options.withColumn("two_factor_confirmed_at", ColumnMeaning.FACTOR);
        come(
                "laravel",
                people(
                        "users",
                        "password",
                        "two_factor_secret varchar, two_factor_confirmed_at timestamp",
                        "'" + vector("laravel/serialized") + "',null"));
        assertThat(login("p1@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_preset_that_reads_no_encrypted_factors_takes_no_key() {
        key(OTHER_KEY);
        Supplier<Source> source = file("wp_users.csv", "ID,user_login,user_pass,user_email", "1,u1," + BCRYPT + ",m");
        assertThatThrownBy(() -> run(Presets.named("wordpress", null), source))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("leave the factor key out");
    }

    private Supplier<Source> laravel() {
        return people(
                "users",
                "password",
                "two_factor_secret varchar, two_factor_recovery_codes varchar, two_factor_confirmed_at timestamp",
                "'" + vector("laravel/serialized") + "','" + vector("laravel/codes") + "','2025-02-01 10:00:00'",
                "'" + vector("laravel/ofPrevious") + "',null,'2025-02-01 10:00:00'",
                "null,null,null",
                "'" + vector("laravel/plain").substring(4) + "',null,'2025-02-01 10:00:00'",
                "'" + vector("laravel/gcm") + "',null,null");
    }

    private Supplier<Source> devise() {
        String none = "null,null,null,null";
        return people(
                "users",
                "encrypted_password",
                "otp_required_for_login boolean, otp_secret varchar, encrypted_otp_secret varchar,"
                        + " encrypted_otp_secret_iv varchar, encrypted_otp_secret_salt varchar, otp_backup_codes varchar",
                "true,'" + vector("rails/sha256") + "',null,null,null,'[\"$2a$10$abc\"]'",
                "true,'" + vector("rails/sha1") + "'," + none,
                "true,null," + attrEncrypted("gcm") + ",null",
                "true,''," + attrEncrypted("cbc") + ",null",
                "true,'{\"p\":\"AAAA\",\"h\":{\"iv\":\"AAAA\",\"at\":\"AAAA\"}}'," + none,
                "false,'" + vector("rails/sha256") + "'," + none,
                "true,null," + none);
    }

    private static String attrEncrypted(String form) {
        return "'" + vector("attrEncrypted/" + form + "/value") + "','" + vector("attrEncrypted/" + form + "/iv")
                + "','" + vector("attrEncrypted/" + form + "/salt") + "'";
    }

    private Supplier<Source> betterAuth(String table, String owner, String codes) {
        String script = script("\"user\"", "password", "\"twoFactorEnabled\" boolean", "true", "true", "false", "true")
                + "create table " + table + "(id varchar primary key, secret varchar, " + codes + " varchar, " + owner
                + " bigint);\n"
                + "insert into " + table + " values('t1','" + vector("betterAuth/bare") + "','"
                + vector("betterAuth/codes") + "',1);\n"
                + "insert into " + table + " values('t2','" + vector("betterAuth/envelope") + "','00',2);\n"
                + "insert into " + table + " values('t3','" + vector("betterAuth/bare") + "','00',3);\n";
        return database(script);
    }

    private Supplier<Source> people(String table, String password, String columns, String... rows) {
        return database(script(table, password, columns, rows));
    }

    private static String script(String table, String password, String columns, String... rows) {
        List<String> statements = new ArrayList<>();
        statements.add("create table " + table + "(id bigint primary key, email varchar, " + password + " varchar, "
                + columns + ")");
        for (int i = 0; i < rows.length; i++) {
            statements.add("insert into " + table + " values(" + (i + 1) + ",'p" + (i + 1) + "@acme.example','" + BCRYPT
                    + "'," + rows[i] + ")");
        }
        return String.join(";\n", statements) + ";\n";
    }

    private void key(String text) {
        options = ImportOptions.defaults().withFactorKey(FactorKey.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String vector(String path) {
        return FactorKeyVectors.of(path);
    }
}
