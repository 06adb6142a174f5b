package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every refusal of a password hashes (ASVS 6.3.8). Shown without a clock: while another user has the only permit to
 * hash, a flow that hashes answers that the machine is busy, and one that refuses without hashing is found out.
 */
abstract class RefusalWorkContract extends ThrottledContract {

    private static final String OCCUPANT = "occupant@acme.example";
    private static final String WITHOUT_PASSWORD = "without@acme.example";
    private static final Secret NEXT = Secret.of("copper-lantern-2208");

    private final CountDownLatch hashing = new CountDownLatch(1);
    private final CountDownLatch enough = new CountDownLatch(1);
    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
    private @Nullable Future<Outcome<SignIn>> occupant;

    /** For those who extend it. */
    protected RefusalWorkContract() {}

    @BeforeEach
    final void leaveOnePermit() {
        InterleavingPasswordFormat format = new InterleavingPasswordFormat(look -> hold());
        set(settings ->
                settings.withPasswords(settings.passwords().withFormat(format).withPermits(1, Duration.ZERO)));
        fixture.people.imported(OCCUPANT, InterleavingPasswordFormat.stored("a", FlowFixture.PASSWORD), true);
    }

    @AfterEach
    final void giveThePermitBack() throws InterruptedException {
        enough.countDown();
        elsewhere.shutdown();
        assertThat(elsewhere.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void every_reason_to_refuse_a_password_comes_after_the_hashing() throws Exception {
        Map<String, String> names = names();
        occupy();
        int place = 500;
        for (Map.Entry<String, String> name : names.entrySet()) {
            place++;
            assertThat(login(name.getValue(), WRONG, place(place)))
                    .as(name.getKey())
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
        }
        assertThat(login("nobody@acme.example", "p".repeat(2_000), place(600)))
                .as("too long for anybody")
                .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        enough.countDown();
        assertThat(Objects.requireNonNull(occupant).get(60, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void who_has_no_password_costs_as_much_at_every_step_that_asks_for_one() throws Exception {
        fixture.people.imported(WITHOUT_PASSWORD, "!", true);
        fixture.requestCode(WITHOUT_PASSWORD);
        Outcome<SignIn> in =
                fixture.enterCode(CodeIdentifier.email(WITHOUT_PASSWORD), fixture.codeTo(WITHOUT_PASSWORD));
        Caller caller = fixture.caller(in.orElseThrow());
        dropHash(caller.user());
        occupy();
        Secret wrong = Secret.of(WRONG);
        assertThat(fixture.auth.stepUp().byPassword(caller, wrong))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
        assertThat(fixture.auth.passwords().change(caller, wrong, NEXT))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
        assertThat(fixture.auth.ownAccount().delete(caller, new DeletionProof.Password(wrong)))
                .isEqualTo(Outcome.refused(Refusal.BUSY));
    }

    /** Whom a sign-in name may mean, by why the sign-in is refused. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("no name at all", "\u0000");
        names.put("unknown", "nobody@acme.example");
        names.put("wrong password", "wrong@acme.example");
        names.put("unproven", "unproven@acme.example");
        names.put("unusable hash", WITHOUT_PASSWORD);
        names.put("no hash", "none@acme.example");
        names.put("disabled", "disabled@acme.example");
        names.put("deleted", "deleted@acme.example");
        names.put("paused", "paused@acme.example");
        for (String known : new String[] {"wrong", "none", "disabled", "deleted", "paused"}) {
            fixture.member(known + "@acme.example");
        }
        fixture.auth.registrations().register(FlowFixture.registration("unproven@acme.example", null, null));
        fixture.people.imported(WITHOUT_PASSWORD, "!", true);
        dropHash(fixture.signedIn("none@acme.example").user().id());
        fixture.auth
                .admin()
                .disable(fixture.signedIn("disabled@acme.example").user().id());
        fixture.auth
                .admin()
                .delete(fixture.signedIn("deleted@acme.example").user().id());
        for (int i = 0; i < 5; i++) {
            login("paused@acme.example", WRONG, place(700 + i));
        }
        return names;
    }

    private void dropHash(UserId user) {
        boolean dropped = fixture.store.alone(tx -> tx.users().resetPassword(user, null, fixture.clock.instant()));
        assertThat(dropped).isTrue();
    }

    private void occupy() throws InterruptedException {
        occupant = elsewhere.submit(() -> login(OCCUPANT, FlowFixture.PASSWORD, HOME));
        assertThat(hashing.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private void hold() {
        hashing.countDown();
        try {
            enough.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
