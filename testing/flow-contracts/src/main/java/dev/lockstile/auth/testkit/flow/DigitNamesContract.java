package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.SignIn;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An imported user name that is another account's phone number: each signs in with their own password. */
abstract class DigitNamesContract extends ThrottledContract {

    private static final String TEXT = "+436641234567";
    private static final String NAMED = "river-lamp-5521";
    private static final String NUMBERED = "stone-gate-9034";
    private static final IdentifierRules RULES = IdentifierRules.standard();
    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_CREDENTIALS);

    /** For those who extend it. */
    protected DigitNamesContract() {}

    @Test
    void each_signs_in_with_their_own_password_whoever_came_first() {
        UserId named = named(NAMED);
        UserId numbered = numbered(NUMBERED);
        eachSignsIn(named, numbered);
    }

    @Test
    void each_signs_in_with_their_own_password_in_the_other_order() {
        UserId numbered = numbered(NUMBERED);
        UserId named = named(NAMED);
        eachSignsIn(named, numbered);
    }

    private void eachSignsIn(UserId named, UserId numbered) {
        for (int round = 0; round < 2; round++) {
            assertThat(user(login(TEXT, NAMED, HOME))).isEqualTo(named);
            assertThat(user(login(TEXT, NUMBERED, HOME))).isEqualTo(numbered);
        }
        assertThat(user(login("+43 664 1234567", NUMBERED, HOME))).isEqualTo(numbered);
        assertThat(login("+43 664 1234567", NAMED, HOME))
                .as("no name of that spelling")
                .isEqualTo(REFUSED);
        assertThat(login(TEXT, WRONG, HOME)).isEqualTo(REFUSED);
        assertThat(dryRun(NAMED)).isEqualTo(named);
        assertThat(dryRun(NUMBERED)).isEqualTo(numbered);
        assertThat(dryRun(WRONG)).isNull();
        fixture.requestSms(TEXT);
        assertThat(user(fixture.enterCode(CodeIdentifier.phone(TEXT), fixture.codeTo(TEXT))))
                .as("a code is the number's")
                .isEqualTo(numbered);
    }

    @Test
    void one_password_of_both_is_the_owners_of_the_number() {
        named(NAMED);
        UserId numbered = numbered(NAMED);
        assertThat(user(login(TEXT, NAMED, HOME))).isEqualTo(numbered);
    }

    @Test
    void a_closed_account_stays_closed_beside_an_open_one() {
        UserId named = named(NAMED);
        UserId numbered = numbered(NUMBERED);
        fixture.auth.admin().disable(named);
        assertThat(login(TEXT, NAMED, HOME)).isEqualTo(REFUSED);
        assertThat(user(login(TEXT, NUMBERED, HOME))).isEqualTo(numbered);
        fixture.auth.admin().enable(named);
        fixture.auth.admin().disable(numbered);
        assertThat(login(TEXT, NUMBERED, HOME)).isEqualTo(REFUSED);
        assertThat(user(login(TEXT, NAMED, HOME))).isEqualTo(named);
    }

    @Test
    void sign_ins_of_the_one_neither_pause_the_other_nor_give_tries_back() {
        limit(throttles -> PAUSE_AT_THE_THIRD);
        UserId named = named(NAMED);
        UserId numbered = numbered(NUMBERED);
        for (int i = 0; i < 4; i++) {
            assertThat(user(login(TEXT, NAMED, place(i)))).isEqualTo(named);
        }
        assertThat(user(login(TEXT, NUMBERED, place(5)))).isEqualTo(numbered);
        for (int i = 10; i < 13; i++) {
            assertThat(login("+43 664 1234567", WRONG, place(i))).isEqualTo(REFUSED);
            assertThat(user(login(TEXT, NAMED, place(i + 10)))).isEqualTo(named);
        }
        assertThat(login("+43 664 1234567", NUMBERED, place(30)))
                .as("paused by its own failures")
                .isEqualTo(REFUSED);
        assertThat(user(login(TEXT, NAMED, place(31)))).isEqualTo(named);
    }

    @Test
    void wrong_passwords_count_for_both_also_many_at_once() {
        limit(throttles -> PAUSE_AT_THE_THIRD);
        named(NAMED);
        numbered(NUMBERED);
        ParallelRun.run(6, n -> login(TEXT, WRONG, place(n)));
        assertThat(login(TEXT, NAMED, place(20))).isEqualTo(REFUSED);
        assertThat(login(TEXT, NUMBERED, place(21))).isEqualTo(REFUSED);
        assertThat(fixture.events.stream()
                        .filter(AuthEvent.SignInFailed.class::isInstance)
                        .map(event -> ((AuthEvent.SignInFailed) event).user())
                        .distinct())
                .hasSize(2);
        pass(Duration.ofHours(2));
        assertThat(login(TEXT, NAMED, place(22))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void two_sign_ins_of_the_name_at_once_both_get_in_while_its_hash_is_made_better() {
        named(NAMED);
        numbered(NUMBERED);
        assertThat(ParallelRun.run(2, n -> login(TEXT, NAMED, place(n)))).allMatch(Outcome.Done.class::isInstance);
    }

    @Test
    void a_text_that_reads_as_a_number_costs_a_second_hash_whoever_has_it() throws Exception {
        named(NAMED);
        numbered(NUMBERED);
        brought(List.of(RULES.username("+436641234500").orElseThrow()), null, NAMED);
        brought(List.of(RULES.phone("+436641234511").orElseThrow()), fixture.clock.instant(), NUMBERED);
        for (String text : List.of(TEXT, "+436641234500", "+436641234511", "+436641234522")) {
            assertThat(busyAfterTheFirstHash(text)).as(text).isTrue();
        }
        assertThat(busyAfterTheFirstHash("nobody@acme.example")).isFalse();
        assertThat(busyAfterTheFirstHash("anna")).isFalse();
    }

    /** Gives the only permit to hash away before the second look into the store: after the first hash. */
    private boolean busyAfterTheFirstHash(String text) throws Exception {
        CountDownLatch hashing = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        InterleavingPasswordFormat format = new InterleavingPasswordFormat(look -> {
            hashing.countDown();
            await(enough);
        });
        String occupant = "occupant" + text.hashCode() + "@acme.example";
        fixture.people.imported(occupant, InterleavingPasswordFormat.stored("a", FlowFixture.PASSWORD), true);
        Auth[] node = new Auth[1];
        AtomicInteger reads = new AtomicInteger();
        CompletableFuture<?>[] other = new CompletableFuture<?>[1];
        AuthStore store = counted(fixture.store, () -> {
            if (reads.incrementAndGet() == 2) {
                other[0] = CompletableFuture.runAsync(() -> login(node[0], occupant, FlowFixture.PASSWORD, place(900)));
                return await(hashing);
            }
            return true;
        });
        node[0] = fixture.nodeOn(
                store,
                settings -> settings.withPasswords(
                        settings.passwords().withFormat(format).withPermits(1, Duration.ZERO)));
        boolean busy = login(node[0], text, WRONG, HOME) instanceof Outcome.Refused<SignIn> refused
                && refused.why() == Refusal.BUSY;
        enough.countDown();
        if (other[0] != null) {
            other[0].get(60, TimeUnit.SECONDS);
        }
        return busy;
    }

    private static AuthStore counted(AuthStore store, BooleanSupplier beforeRead) {
        return (AuthStore) Proxy.newProxyInstance(
                AuthStore.class.getClassLoader(), new Class<?>[] {AuthStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        assertThat(beforeRead.getAsBoolean()).isTrue();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable UserId dryRun(String password) {
        DryRunSignIn.Result result = fixture.auth.dryRun().password(TEXT, Secret.of(password));
        return result.answer().letsIn() ? result.user() : null;
    }

    private UserId user(Outcome<SignIn> signIn) {
        return fixture.caller(signIn.orElseThrow()).user();
    }

    private UserId named(String password) {
        return brought(List.of(RULES.username(TEXT).orElseThrow()), null, password);
    }

    private UserId numbered(String password) {
        return brought(List.of(RULES.phone(TEXT).orElseThrow()), fixture.clock.instant(), password);
    }

    private UserId brought(List<Identifier> owned, @Nullable Instant provenAt, String password) {
        Instant now = fixture.clock.instant();
        NewUser user = new NewUser(
                owned.stream()
                        .map(identifier -> new IdentifierAssignment(identifier, true, provenAt))
                        .toList(),
                Secret.of("md5$s$" + Md5.of("s" + password)),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(now, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(now));
        return fixture.store.alone(tx -> tx.users().insert(user));
    }
}
