package dev.lockstile.auth.testkit.flow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.FormerPasswordStore;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A host that keeps two former passwords, and a person. */
abstract class PasswordHistoryFixture extends FlowContract {

    static final String ANA = "ana@acme.example";

    Auth host;
    UserId ana;

    @BeforeEach
    final void begin() {
        assumeKept(fixture);
        host = fixture.nodeWith(builder -> builder.passwordHistory(2));
        fixture.member(ANA);
        ana = fixture.signedIn(ANA).user().id();
    }

    final Outcome<PasswordSet> attempt(String old, String next) {
        return host.passwords().change(caller(old), Secret.of(old), Secret.of(next));
    }

    final Caller caller(String password) {
        return fixture.caller(FlowFixture.signIn(fixture.login(ANA, password)));
    }

    final LinkProof link() {
        host.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
        return fixture.linkTo(ANA);
    }

    final Outcome<PasswordSet> reset(LinkProof link, String password) {
        return host.passwords().confirmReset(link, Secret.of(password));
    }

    final int kept() {
        return kept(fixture, ana);
    }

    static void assumeKept(FlowFixture fixture) {
        assumeTrue(
                fixture.store.<Boolean>read(
                        tx -> tx.extension(FormerPasswordStore.class).isPresent()),
                "this store keeps no former passwords");
    }

    static int kept(FlowFixture fixture, UserId user) {
        return fixture.store.<Integer>read(tx -> tx.extension(FormerPasswordStore.class)
                .orElseThrow()
                .latest(user, 99)
                .size());
    }

    static List<String> codes(Outcome<?> refused) {
        return ((Outcome.Refused<?>) refused)
                .problems().stream().map(problem -> problem.code()).toList();
    }
}
