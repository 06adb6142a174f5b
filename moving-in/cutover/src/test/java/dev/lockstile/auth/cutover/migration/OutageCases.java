package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.login;
import static dev.lockstile.auth.imports.support.MigrationFixture.signsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordCheck;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The old system does not answer: try again, and never a wrong password. */
abstract class OutageCases extends JustInTimeMigrationCase {

    @Test
    void an_outage_there_is_try_again_and_never_a_wrong_password() {
        person(7);
        Auth node = app.node(builder -> builder.legacy(fixture.migration()));
        fixture.down = true;
        try {
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> login(node, email(7), WORD)).isInstanceOf(StoreUnavailableException.class);
            }
            assertThatThrownBy(() -> MigrationFixture.requestCode(node, CodeIdentifier.email(email(7))))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> node.registrations().register(registration(email(7))))
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            fixture.down = false;
        }
        assertThatThrownBy(() -> login(node, email(7), WORD))
                .as("left in peace for a moment")
                .isInstanceOf(StoreUnavailableException.class);
        app.clock.advance(Duration.ofSeconds(11));
        assertThat(signsIn(node, email(7), WORD)).isTrue();
    }

    @Test
    void an_outage_there_stops_nobody_who_is_here_and_does_not_tell_who_that_is() {
        person(8);
        assertThat(signsIn(auth, email(8), WORD)).isTrue();
        fixture.down = true;
        try {
            Auth node = app.node(builder -> builder.legacy(fixture.migration()));
            assertThat(signsIn(node, email(8), WORD)).isTrue();
            assertThat(app.signInByCode(node, CodeIdentifier.email(email(8)))).isInstanceOf(Outcome.Done.class);
            assertThatThrownBy(() -> login(node, email(8), "another-harbour-1"))
                    .as("as a stranger hears")
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            fixture.down = false;
        }
    }

    @Test
    void a_password_that_finds_no_room_to_be_hashed_does_not_pass_for_an_outage() {
        person(63);
        Identifier name = IdentifierRules.standard().email(email(63)).orElseThrow();
        JustInTimeMigration migration = fixture.migration(new BusyHasher());
        Secret word = Secret.of(WORD);

        wearOut(migration, name);
        assertThatThrownBy(() -> migration.dryRunByPassword(List.of(name), word))
                .isInstanceOf(HashingBusyException.class);
        assertThat(migration.canImport(name)).as("it has answered").isEqualTo(LegacyAccounts.Verdict.MATCH);

        wearOut(migration, name);
        assertThatThrownBy(() -> migration.importByPassword(List.of(name), word))
                .isInstanceOf(HashingBusyException.class);
        assertThat(migration.canImport(name)).as("it has answered").isEqualTo(LegacyAccounts.Verdict.MATCH);
    }

    /** An outage that is over; one question may try. */
    private void wearOut(JustInTimeMigration migration, Identifier name) {
        fixture.down = true;
        try {
            for (int i = 0; i < 5; i++) {
                assertThat(migration.canImport(name)).isEqualTo(LegacyAccounts.Verdict.UNKNOWN);
            }
        } finally {
            fixture.down = false;
        }
        app.clock.advance(Duration.ofSeconds(11));
    }

    private static final class BusyHasher implements PasswordHasher {
        @Override
        public String hash(Secret password) {
            throw new HashingBusyException("busy");
        }

        @Override
        public PasswordCheck check(@Nullable String stored, Secret password) {
            throw new HashingBusyException("busy");
        }
    }

    @Test
    void a_change_during_an_outage_is_try_again_and_the_code_stays_good() {
        person(47);
        Caller asker = caller(47);
        ChangeProof proof = asked(asker, "new47@example.com");
        fixture.down = true;
        try {
            assertThatThrownBy(() -> auth.ownAccount().confirmChange(asker, proof))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(
                            () -> auth.ownAccount().update(asker, AccountChange.NONE.withEmail("other47@example.com")))
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            fixture.down = false;
        }
        assertThat(auth.ownAccount().confirmChange(asker, proof)).isInstanceOf(Outcome.Done.class);
    }

    /** The person's own row has the highest key, so that it is the first to be cut off. */
    @ParameterizedTest
    @ValueSource(ints = {49, 50, 51, 120})
    void with_many_rows_on_one_address_the_right_password_is_never_a_wrong_one(int rows) {
        long first = 10_000L * rows;
        long owner = first + rows;
        for (int i = 1; i < rows; i++) {
            person(
                    first + i,
                    "email",
                    "'" + spelled(email(owner), i) + "'",
                    "is_verified",
                    "false",
                    "password",
                    "'!x'");
        }
        person(owner);
        JustInTimeMigration migration = fixture.migration();
        Auth node = app.node(builder -> builder.legacy(migration));
        if (rows <= 50) {
            assertThat(login(node, email(owner), "another-harbour-1")).isInstanceOf(Outcome.Refused.class);
            assertThat(signsIn(node, email(owner), WORD)).isTrue();
            return;
        }
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> login(node, email(owner), WORD)).isInstanceOf(StoreUnavailableException.class);
        }
        person(owner + 1);
        assertThat(signsIn(node, email(owner + 1), WORD))
                .as("it is no outage for everybody else")
                .isTrue();
    }

    /** The same address in another spelling for every number. */
    private static String spelled(String address, int number) {
        char[] letters = address.toCharArray();
        int at = address.indexOf('@') + 1;
        for (int bit = 0; bit < 7; bit++) {
            if ((number >> bit & 1) == 1) {
                letters[at + bit] = Character.toUpperCase(letters[at + bit]);
            }
        }
        return new String(letters);
    }
}
