package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.login.PasswordLogin.PasswordReplacement;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that the old system has replaced at the next sign-in is replaced here. */
abstract class TemporaryPasswordsContract extends OldFactorFixture {

    private static final String ANA = "ana@acme.example";
    private static final String NEXT = "walnut-bridge-9921";
    private static final String MARK = "!change$temporary$-$";

    private static final String STORED = "$as$bcrypt_cut72$" + BCRYPT;

    /** Of {@link #WORD}. */
    private static final String DIGEST = "15e73eed2a787c357e862d6732d2ed41";

    @Test
    void a_mark_and_the_password_end_with_a_new_one_that_no_later_run_touches() {
        ImportReport report = come("laravel", people(BCRYPT, "true"));
        assertThat(report.named().get("temporary_password").count()).isOne();
        assertThat(stored()).isEqualTo(MARK + STORED);
        assertThat(login(ANA, "wrong-" + WORD).isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
        assertThat(replace(WORD).isDone()).isTrue();
        List<Map<String, String>> before = rows();
        run(Presets.named("laravel", null), people(BCRYPT, "false"));
        assertThat(rows().get(0).get("password_hash")).isEqualTo(before.get(0).get("password_hash"));
        assertThat(login(ANA, NEXT).isDone()).isTrue();
        assertThat(login(ANA, WORD).isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
    }

    @Test
    void a_later_run_follows_a_mark_that_the_old_system_takes_away_or_sets() {
        come("laravel", people(BCRYPT, "true"));
        ImportReport report = run(Presets.named("laravel", null), people(BCRYPT, "false"));
        assertThat(report.people().in(State.UPDATED)).isOne();
        assertThat(stored()).isEqualTo(STORED);
        run(Presets.named("laravel", null), people(BCRYPT, "true"));
        assertThat(stored()).isEqualTo(MARK + STORED);
    }

    @Test
    void a_mark_without_a_password_opens_nothing() {
        come("laravel", people("", "1"));
        assertThat(stored()).isEqualTo("null");
        assertThat(login(ANA, WORD).isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
    }

    @Test
    void a_weak_hash_lies_wrapped_behind_the_mark() {
        come(
                "django",
                file(
                        "auth_user.csv",
                        "id,username,email,password,is_active,is_staff,is_superuser,first_name,last_name,date_joined,"
                                + "last_login,must_change_password",
                        "1,ana,ana@acme.example,md5$salt1234$" + DIGEST + ",1,0,0,A,B,2020-01-01,,1"));
        assertThat(stored()).startsWith(MARK).doesNotContain(DIGEST);
        assertThat(login("ana", WORD).isRefused(Refusal.PASSWORD_CHANGE_REQUIRED))
                .isTrue();
    }

    @Test
    void a_cell_that_says_nothing_known_demands_it_too() {
        come("laravel", people(BCRYPT, "as soon as possible"));
        assertThat(login(ANA, WORD).isRefused(Refusal.PASSWORD_CHANGE_REQUIRED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials_non_expired", "isCredentialsNonExpired"})
    void credentials_that_spring_calls_expired_demand_it(String column) {
        come("laravel", people(BCRYPT, "true", column));
        assertThat(stored()).isEqualTo(STORED);
        for (String expired : List.of("false", "0", "")) {
            run(Presets.named("laravel", null), people(BCRYPT, expired, column));
            assertThat(stored()).as(expired).isEqualTo(MARK + STORED);
        }
        assertThat(login(ANA, WORD).isRefused(Refusal.PASSWORD_CHANGE_REQUIRED)).isTrue();
    }

    private Supplier<Source> people(String hash, String mark) {
        return people(hash, mark, "must_change_password");
    }

    private Supplier<Source> people(String hash, String mark, String column) {
        return file(
                "users.csv",
                "id,email,password,email_verified_at," + column,
                "1," + ANA + "," + hash + ",2024-01-01 00:00:00," + mark);
    }

    private String stored() {
        return String.valueOf(host.rows("select * from auth_user").get(0).get("password_hash"));
    }

    private Outcome<SignIn> replace(String old) {
        Outcome.Refused<SignIn> asked = (Outcome.Refused<SignIn>) login(ANA, old);
        return auth.login()
                .replacePassword(new PasswordReplacement(
                        Secret.of(String.valueOf(asked.challenge())), Secret.of(NEXT), MigrationFixture.WEB));
    }
}
