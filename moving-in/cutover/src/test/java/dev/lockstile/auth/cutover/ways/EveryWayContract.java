package dev.lockstile.auth.cutover.ways;

import static dev.lockstile.auth.imports.support.MigrationFixture.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.cutover.ways.FieldCase.Opening;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.OldDatabase;
import dev.lockstile.auth.login.PasswordLogin.PasswordReplacement;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that known systems left behind open the same accounts by whichever way their people move. */
abstract class EveryWayContract {

    @TempDir
    Path folder;

    abstract JpaHost openHost();

    abstract OldDatabase openOld();

    /** An empty database that is taken over. */
    abstract OldDatabase openTaken();

    /** The changelogs that were replayed on an empty database of this kind. */
    abstract Set<String> replayed();

    static List<FieldCase> cases() {
        return FieldCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void after_an_import(FieldCase one) throws Exception {
        try (MovedPeople moved = MovedPeople.imported(one, openHost(), filled(one))) {
            check(one, moved);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void at_the_first_sign_in(FieldCase one) throws Exception {
        try (MovedPeople moved = MovedPeople.justInTime(one, openHost(), filled(one))) {
            check(one, moved);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void in_the_tables_where_they_are(FieldCase one) throws Exception {
        try (MovedPeople moved = MovedPeople.inPlace(
                one, openTaken().run(one.script()).withKeysAhead(), this::openTaken, folder, replayed())) {
            check(one, moved);
        }
    }

    static List<FieldCase> casesOfFactorTables() {
        return FieldCase.all().stream()
                .filter(one -> one.columns().containsValue(ColumnMeaning.FACTOR))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("casesOfFactorTables")
    void a_table_of_factors_that_nothing_reads_is_never_passed_over(FieldCase one) throws Exception {
        FieldCase unnamed = one.withoutColumns();
        assertThatThrownBy(() -> MovedPeople.imported(unnamed, openHost(), filled(one)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("looks like second factors, and nothing reads it");
        try (MovedPeople moved = MovedPeople.justInTime(unnamed, openHost(), filled(one))) {
            Opening first = one.openings().get(0);
            assertThatThrownBy(() -> login(moved.auth, first.name(), first.password()))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    private OldDatabase filled(FieldCase one) {
        return openOld().run(one.script());
    }

    static void check(FieldCase one, MovedPeople moved) {
        assertThat(one.openings()).isNotEmpty();
        SoftAssertions all = new SoftAssertions();
        for (Opening opening : one.openings()) {
            all.assertThat(effect(moved, opening))
                    .as("%s %s", opening.effect(), opening.name())
                    .isEqualTo("");
        }
        all.assertAll();
    }

    /** Says what is wrong; nothing where the password does what it should. */
    private static String effect(MovedPeople moved, Opening opening) {
        Outcome<SignIn> result = login(moved.auth, opening.name(), opening.password());
        return switch (opening.effect()) {
            case IN ->
                result instanceof Outcome.Done<SignIn>
                        ? expect(login(moved.auth, opening.name(), opening.password()), Outcome.Done.class)
                        : "not in: " + result;
            case SHUT -> expect(result, Outcome.Refused.class);
            case FACTOR -> expect(result, Outcome.SecondFactorRequired.class);
            case TOTP -> FactorSteps.totp(moved, result, opening.secret());
            case PASSKEY -> FactorSteps.passkey(moved, result);
            case RECOVERY -> FactorSteps.recovery(moved, result, opening.secret());
            case LOCKED -> FactorSteps.locked(moved, result);
            case REPLACE -> replaced(moved, opening, result);
            case CLAIMED ->
                expect(result, Outcome.Done.class)
                        + proof(moved, opening)
                        + expect(login(moved.auth, opening.name(), opening.password()), Outcome.Refused.class);
            case PROVEN ->
                expect(result, Outcome.Done.class)
                        + proof(moved, opening)
                        + expect(login(moved.auth, opening.name(), opening.password()), Outcome.Done.class);
        };
    }

    /** The password opens the choice of another one alone, and nothing afterwards. */
    private static String replaced(MovedPeople moved, Opening opening, Outcome<SignIn> result) {
        if (!(result instanceof Outcome.Refused<SignIn> refused)
                || !refused.isRefused(Refusal.PASSWORD_CHANGE_REQUIRED)
                || refused.challenge() == null) {
            return "no new password is asked for: " + result;
        }
        String next = "walnut-bridge-9921";
        PasswordReplacement replacement =
                new PasswordReplacement(Secret.of(refused.challenge()), Secret.of(next), MigrationFixture.WEB);
        return expect(moved.auth.login().replacePassword(replacement), Outcome.Done.class)
                + expect(login(moved.auth, opening.name(), opening.password()), Outcome.Refused.class)
                + expect(login(moved.auth, opening.name(), next), Outcome.Done.class);
    }

    private static String proof(MovedPeople moved, Opening opening) {
        Outcome<SignIn> result = moved.app.signInByCode(moved.auth, CodeIdentifier.email(opening.name()));
        return result instanceof Outcome.Done<SignIn> ? "" : "no proof: " + result;
    }

    private static String expect(Outcome<SignIn> result, Class<?> kind) {
        return kind.isInstance(result) ? "" : result.getClass().getSimpleName() + ' ' + result + "; ";
    }
}
