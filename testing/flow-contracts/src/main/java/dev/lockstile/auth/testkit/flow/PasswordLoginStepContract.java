package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What happens to an account between the comparison of its password and the session. */
abstract class PasswordLoginStepContract extends FlowContract {

    private static final String ADDRESS = "old@acme.example";
    private static final String WORD = "letmein-81";
    private static final Outcome<SignIn> WRONG = Outcome.refused(Refusal.INVALID_CREDENTIALS);
    private static final Identifier EMAIL =
            IdentifierRules.standard().email(ADDRESS).orElseThrow();

    /** For those who extend it. */
    protected PasswordLoginStepContract() {}

    @Test
    void a_password_that_an_import_replaces_opens_nothing_any_more() {
        InterleavingPasswordFormat format =
                open(look -> onFirst(look, () -> importAgain(stored("b", "another-word-5"))));
        assertThat(fixture.login(ADDRESS, WORD)).isEqualTo(WRONG);
        assertThat(format.looks()).isEqualTo(2);
        assertThat(sessions()).isZero();
        assertThat(person().passwordHash()).isEqualTo(stored("b", "another-word-5"));
    }

    @Test
    void a_password_that_an_import_takes_away_opens_nothing_any_more() {
        open(look -> onFirst(look, () -> importAgain(null)));
        assertThat(fixture.login(ADDRESS, WORD)).isEqualTo(WRONG);
        assertThat(sessions()).isZero();
    }

    @Test
    void a_better_hash_of_the_same_password_lets_in() {
        InterleavingPasswordFormat format = open(look -> onFirst(look, () -> upgrade(stored("b", WORD))));
        assertThat(fixture.login(ADDRESS, WORD)).isInstanceOf(Outcome.Done.class);
        assertThat(format.looks()).isEqualTo(2);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void a_hash_that_never_stands_still_is_compared_twice_at_most() {
        InterleavingPasswordFormat format = open(look -> upgrade(stored("b" + look, WORD)));
        assertThat(fixture.login(ADDRESS, WORD)).isEqualTo(WRONG);
        assertThat(format.looks()).isEqualTo(2);
        assertThat(sessions()).isZero();
    }

    @Test
    void an_account_that_is_disabled_meanwhile_opens_nothing_and_is_not_compared_again() {
        InterleavingPasswordFormat format = open(look -> disable(id()));
        assertThat(fixture.login(ADDRESS, WORD)).isEqualTo(WRONG);
        assertThat(format.looks()).isEqualTo(1);
        assertThat(sessions()).isZero();
    }

    private InterleavingPasswordFormat open(IntConsumer step) {
        InterleavingPasswordFormat format = new InterleavingPasswordFormat(step);
        fixture =
                rewired(settings -> settings.withPasswords(settings.passwords().withFormat(format)));
        fixture.people.imported(ADDRESS, stored("a", WORD).reveal(), true);
        return format;
    }

    private static void onFirst(int look, Runnable step) {
        if (look == 1) {
            step.run();
        }
    }

    private static Secret stored(String salt, String password) {
        return Secret.of(InterleavingPasswordFormat.stored(salt, password));
    }

    private void importAgain(@Nullable Secret hash) {
        Assumptions.assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.extension(ImportTx.class).isPresent()),
                "this store cannot be the target of an import");
        Instant before = fixture.clock.instant();
        UserId id = id();
        change(tx -> {
            NewUser was = ImportTx.in(tx).written().untouched(id, before).orElseThrow();
            RowTimes times = new RowTimes(before, before.plusSeconds(1), null, false);
            ImportTx.in(tx)
                    .written()
                    .replace(
                            id,
                            before,
                            new NewUser(was.claims(), hash, was.status(), was.dates(), was.settings(), times));
        });
    }

    private void upgrade(Secret better) {
        StoredUser now = person();
        Secret seen = Objects.requireNonNull(now.passwordHash());
        change(tx -> tx.users().upgradePassword(now.info().id(), seen, better));
    }

    private void disable(UserId id) {
        change(tx -> tx.users().setActive(id, false, fixture.clock.instant()));
    }

    private StoredUser person() {
        return fixture.store
                .read(tx -> tx.users().byKey(EMAIL.kind(), EMAIL.key()))
                .orElseThrow();
    }

    private UserId id() {
        return person().info().id();
    }

    private int sessions() {
        UserId id = id();
        return fixture.store.read(
                tx -> tx.sessions().live(id, fixture.clock.instant()).size());
    }

    private void change(Consumer<AuthTx> work) {
        fixture.store.alone(tx -> {
            work.accept(tx);
            return true;
        });
    }
}
