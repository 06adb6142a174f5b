package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reset link whose account has changed since, by something that ends no links, and a made-up one. */
@Tag("keys")
abstract class ResetLinkContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String OTHER = "other.ana@acme.example";
    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Outcome<PasswordSet> REFUSED = Outcome.refused(Refusal.INVALID_LINK);

    /** For those who extend it. */
    protected ResetLinkContract() {}

    @Test
    void it_sets_no_password_of_an_account_that_was_made_inactive() {
        UserId ana = member();
        LinkProof link = askFor(ANA, fixture.auth);
        change(tx -> tx.users().setActive(ana, false, fixture.clock.instant()));
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isEqualTo(REFUSED);
        change(tx -> tx.users().setActive(ana, true, fixture.clock.instant()));
        assertThat(fixture.signedIn(ANA).user().id())
                .as("the old password stays")
                .isEqualTo(ana);
    }

    @Test
    void it_sets_no_password_of_an_account_that_has_another_address_by_now() {
        UserId ana = member();
        LinkProof link = askFor(ANA, fixture.auth);
        change(tx -> tx.users().claim(ana, email(OTHER), fixture.clock.instant()));
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isEqualTo(REFUSED);
        assertThat(fixture.signedIn(OTHER).user().id())
                .as("the old password stays")
                .isEqualTo(ana);
    }

    @Test
    void a_made_up_token_imports_nobody_and_uses_up_nothing() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        Auth node = fixture.nodeBeside(legacy);
        LinkProof link = askFor(FakeLegacySystem.ADDRESS, node);
        legacy.asked.clear();
        LinkProof madeUp = new LinkProof(link.uid(), Secret.of("x".repeat(43)));
        assertThat(node.passwords().confirmReset(madeUp, NEXT)).isEqualTo(REFUSED);
        assertThat(legacy.asked).doesNotContain("bring in");
        assertThat(node.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(node.passwords().confirmReset(link, NEXT)).as("used").isEqualTo(REFUSED);
    }

    @Test
    void a_link_to_somebody_in_the_legacy_system_expires_too() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        Auth node = fixture.nodeBeside(legacy);
        LinkProof link = askFor(FakeLegacySystem.ADDRESS, node);
        fixture.clock.advance(FlowFixture.settings().links().resetTtl().plus(Duration.ofSeconds(1)));
        assertThat(node.passwords().confirmReset(link, NEXT)).isEqualTo(REFUSED);
        assertThat(legacy.asked).doesNotContain("bring in");
    }

    @Test
    void the_first_proof_takes_away_what_was_linked_before_it() {
        UserId ana = fixture.people.admitted(ANA, null, null, FlowFixture.PASSWORD);
        SocialIdentity planted = new SocialIdentity("corp", "mallory-1", null, false, null, null);
        change(tx -> {
            tx.socials().insert(ana, planted, fixture.clock.instant());
            return true;
        });
        LinkProof link = askFor(ANA, fixture.auth);
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
        List<StoredSocialAccount> left = fixture.store.read(tx -> tx.socials().of(ana));
        assertThat(left).isEmpty();
    }

    @Test
    void listeners_are_told_whose_password_was_reset() {
        UserId ana = member();
        LinkProof link = askFor(ANA, fixture.auth);
        fixture.events.clear();
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.events)
                .singleElement()
                .isEqualTo(new AuthEvent.PasswordChanged(fixture.clock.instant(), ana, "reset"));
    }

    private UserId member() {
        fixture.member(ANA);
        return fixture.signedIn(ANA).user().id();
    }

    private LinkProof askFor(String address, Auth node) {
        node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, null));
        return fixture.linkTo(address);
    }

    private void change(Predicate<AuthTx> write) {
        assertThat(fixture.store.<Boolean>alone(write::test)).isTrue();
    }

    private static Identifier email(String address) {
        return IdentifierRules.standard().email(address).orElseThrow();
    }
}
