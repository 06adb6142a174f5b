package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.proofs.Operation.Call;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A provider that takes a message and does not come back. */
final class HangingProviderTest {

    @Test
    void nobody_waits_for_a_provider_that_hangs_and_another_node_sends_what_it_held() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ProofDatabase database = ProofDatabase.postgres();
                ProofFixture fixture = new ProofFixture(database);
                Auth hanging = fixture.wire(new Senders((to, text) -> hang(inHand, release)), Duration.ZERO)) {
            String email = fixture.member();
            hanging.start();
            ProofFixture.expect("Sent", Operation.REQUEST_CODE.answer(hanging, new Call(1, List.of(email))));
            assertThat(inHand.await(1, TimeUnit.MINUTES)).isTrue();
            for (int n = 2; n < 12; n++) {
                String other = ProofFixture.newEmail();
                List<String> arguments = List.of(other, ProofFixture.username(other), ProofFixture.PASSWORD);
                ProofFixture.expect("Accepted", Operation.REGISTER.answer(hanging, new Call(n, arguments)));
            }
            ProofFixture.expect(
                    "SignIn", Operation.LOGIN.answer(hanging, new Call(12, List.of(email, ProofFixture.PASSWORD))));
            assertThat(release.getCount())
                    .as("all of this while the provider hangs")
                    .isEqualTo(1);
            CrashFlow.deliverLater(fixture);
            String code = fixture.postbox.lastTo(email).code();
            ProofFixture.expect("SignIn", fixture.answer(Operation.VERIFY_CODE, email, code));
            release.countDown();
            Invariants.hold(fixture, List.of(ProofFixture.PASSWORD));
        }
    }

    private static void hang(CountDownLatch inHand, CountDownLatch release) {
        inHand.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
