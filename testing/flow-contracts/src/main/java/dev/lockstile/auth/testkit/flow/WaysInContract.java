package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last way into an account stays, whichever kind it is and whichever request is first. */
abstract class WaysInContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String KEY = "key-of-ana";

    /** For those who extend it. */
    protected WaysInContract() {}

    @BeforeEach
    final void requirePasskeys() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
    }

    @Test
    void of_the_last_passkey_and_the_last_account_elsewhere_one_stays() {
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        for (int round = 0; round < 5; round++) {
            String key = "key-" + round;
            Caller ana = person(node, "ana" + round + "@acme.example", key, "corp");
            int gone = ParallelRun.winners(2, n -> n == 0 ? removes(node, ana, key) : unlinks(node, ana));
            assertThat(gone).as("round %s", round).isEqualTo(1);
        }
    }

    @Test
    void a_proven_address_is_a_way_in_only_where_the_host_counts_codes_or_links() {
        Auth strict = node(SignInMethods.standard(), UnaryOperator.identity());
        Caller ana = person(strict, ANA, KEY, null);
        assertThat(strict.ownPasskeys().remove(ana, id(KEY))).isEqualTo(Outcome.refused(Refusal.LAST_SIGN_IN_METHOD));
        Auth byCode = node(SignInMethods.standard().countCodes(), UnaryOperator.identity());
        assertThat(removes(byCode, ana, KEY)).isTrue();
        Auth byLink = node(SignInMethods.standard().countLinks(), UnaryOperator.identity());
        String ben = "ben@acme.example";
        assertThat(removes(byLink, person(byLink, ben, "key-of-ben", null), "key-of-ben"))
                .isTrue();
    }

    @Test
    void a_password_is_a_way_in_only_where_the_host_offers_passwords() {
        Auth strict = node(SignInMethods.standard().withoutPasswords(), UnaryOperator.identity());
        fixture.member(ANA);
        UserId user = fixture.signedIn(ANA).user().id();
        BelievingPasskeys.add(fixture, user, KEY, "handle");
        Caller ana = BelievingPasskeys.signedIn(strict, KEY);
        assertThat(removes(strict, ana, KEY)).isFalse();
        assertThat(removes(node(SignInMethods.standard(), UnaryOperator.identity()), ana, KEY))
                .isTrue();
    }

    @Test
    void a_temporary_password_is_a_way_in_until_its_end() {
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        fixture.member(ANA);
        UserId user = fixture.signedIn(ANA).user().id();
        Instant end = fixture.clock.instant().plusSeconds(60);
        String hash = new MarkedHash(MarkedHash.Mark.TEMPORARY, end, "$argon2id$x").text();
        fixture.store.<Boolean>alone(tx -> tx.users().resetPassword(user, Secret.of(hash), fixture.clock.instant()));
        BelievingPasskeys.add(fixture, user, KEY, "handle");
        fixture.clock.advance(Duration.ofSeconds(60));
        Caller ana = BelievingPasskeys.signedIn(node, KEY);
        assertThat(node.ownPasskeys().remove(ana, id(KEY))).isEqualTo(Outcome.refused(Refusal.LAST_SIGN_IN_METHOD));
        fixture.clock.advance(Duration.ofSeconds(-1));
        assertThat(removes(node, ana, KEY)).isTrue();
    }

    @Test
    void an_account_at_a_site_that_is_served_no_more_is_no_way_in() {
        Auth served = node(SignInMethods.standard(), UnaryOperator.identity());
        Caller ana = person(served, ANA, KEY, "gone");
        assertThat(served.ownPasskeys().remove(ana, id(KEY))).isEqualTo(Outcome.refused(Refusal.LAST_SIGN_IN_METHOD));
        link(ana.user(), "corp");
        assertThat(removes(served, ana, KEY)).isTrue();
    }

    @Test
    void an_account_that_its_provider_has_disabled_is_no_way_in() {
        Auth served = node(SignInMethods.standard(), UnaryOperator.identity());
        Caller ana = person(served, ANA, KEY, "corp");
        Instant now = fixture.clock.instant();
        assertThat(fixture.store.<Boolean>alone(tx ->
                        tx.socials().suspend(tx.socials().of(ana.user()).get(0).id(), now, now)))
                .isTrue();
        assertThat(served.ownPasskeys().remove(ana, id(KEY))).isEqualTo(Outcome.refused(Refusal.LAST_SIGN_IN_METHOD));
    }

    @Test
    void an_imported_account_of_a_site_with_many_issuers_is_no_way_in_until_its_issuer_is_known() {
        TestSocialProvider tenants = TestSocialProvider.named("corp").ofManyIssuers();
        Auth served = node(SignInMethods.standard(), builder -> builder.social(SocialSettings.of(tenants)));
        Caller ana = person(served, ANA, KEY, "corp");
        assertThat(served.ownPasskeys().remove(ana, id(KEY))).isEqualTo(Outcome.refused(Refusal.LAST_SIGN_IN_METHOD));
        fixture.store.<Boolean>alone(tx -> tx.socials()
                .completeIssuer(
                        ana.user(),
                        tx.socials().of(ana.user()).get(0).id(),
                        tenants.issuer(),
                        fixture.clock.instant()));
        assertThat(removes(served, ana, KEY)).isTrue();
    }

    @Test
    void a_passkey_on_a_node_without_passkeys_is_no_way_in() {
        Auth served = node(SignInMethods.standard(), UnaryOperator.identity());
        Caller ana = person(served, ANA, KEY, "corp");
        Auth without = node(SignInMethods.standard(), builder -> builder.passkeys(null));
        assertThat(without.social().unlink(ana, "corp", null)).isEqualTo(Outcome.refused(Refusal.LAST_SIGN_IN_METHOD));
        assertThat(unlinks(served, ana)).isTrue();
    }

    @Test
    void an_account_with_several_user_handles_adds_a_passkey_under_that_of_the_newest() {
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        Caller ana = person(node, ANA, KEY, null);
        fixture.clock.advance(Duration.ofMinutes(1));
        BelievingPasskeys.add(fixture, ana.user(), "second-key", "another-handle");
        Outcome<PasskeyCeremony> begun = node.ownPasskeys().begin(ana);
        assertThat(begun).isInstanceOf(Outcome.Done.class);
        PasskeyCeremony ceremony = begun.orElseThrow();
        assertThat(ceremony.owner())
                .isNotNull()
                .satisfies(owner -> assertThat(owner.handle()).isEqualTo("another-handle"));
        assertThat(node.ownPasskeys().finish(ana, new FactorProof.Passkey(ceremony.id(), "third-key"), null))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_passkey_that_was_imported_before_the_address_was_proven_goes_with_the_proof() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        UserId ana = fixture.people.admitted(ANA, null, null, "letmein-81");
        BelievingPasskeys.add(fixture, ana, KEY, "handle");
        noteImport();
        fixture.requestCode(ANA);
        assertThat(FlowFixture.enterCode(node, CodeIdentifier.email(ANA), fixture.codeTo(ANA)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(passkeys(ana)).isEmpty();
    }

    @Test
    void an_imported_passkey_of_a_proven_address_is_asked_for_after_a_restore() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        fixture.member(ANA);
        UserId ana = fixture.signedIn(ANA).user().id();
        BelievingPasskeys.add(fixture, ana, KEY, "handle");
        noteImport();
        PasskeyState before = passkeys(ana).get(0);
        assertThat(node.admin().delete(ana)).isTrue();
        assertThat(node.admin().restore(ana)).isTrue();
        assertThat(passkeys(ana))
                .singleElement()
                .extracting(PasskeyState::key, PasskeyState::use, PasskeyState::name, PasskeyState::createdAt)
                .containsExactly(before.key(), before.use(), before.name(), before.createdAt());
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestCode(ANA);
        assertThat(FlowFixture.enterCode(node, CodeIdentifier.email(ANA), fixture.codeTo(ANA)))
                .isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void an_imported_passkey_of_an_address_that_was_never_proven_goes_with_the_proof_after_a_restore_too() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        UserId ana = fixture.people.admitted(ANA, null, null, "letmein-81");
        BelievingPasskeys.add(fixture, ana, KEY, "handle");
        noteImport();
        assertThat(node.admin().delete(ana)).isTrue();
        assertThat(node.admin().restore(ana)).isTrue();
        fixture.requestCode(ANA);
        assertThat(FlowFixture.enterCode(node, CodeIdentifier.email(ANA), fixture.codeTo(ANA)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(passkeys(ana)).isEmpty();
    }

    @Test
    void a_passkey_that_was_made_here_stays_when_the_address_is_proven_again() {
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        UserId ana = fixture.people.admitted(ANA, null, null, "letmein-81");
        BelievingPasskeys.add(fixture, ana, KEY, "handle");
        fixture.requestCode(ANA);
        assertThat(FlowFixture.enterCode(node, CodeIdentifier.email(ANA), fixture.codeTo(ANA)))
                .isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_passkey_of_an_account_without_a_proven_address_signs_in_only_where_an_import_admitted_it() {
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        UserId unproven = fixture.people.refused(ANA, ANA, "ana", "letmein-81");
        BelievingPasskeys.add(fixture, unproven, KEY, "handle");
        assertThat(BelievingPasskeys.attempt(node, KEY)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        UserId admitted = fixture.people.admitted("ben@acme.example", null, null, "letmein-82");
        BelievingPasskeys.add(fixture, admitted, "admitted-key", "other-handle");
        assertThat(BelievingPasskeys.signedIn(node, "admitted-key").user()).isEqualTo(admitted);
    }

    @Test
    void recovery_codes_end_with_the_last_passkey() {
        Auth node = node(SignInMethods.standard(), UnaryOperator.identity());
        fixture.member(ANA);
        UserId user = fixture.signedIn(ANA).user().id();
        BelievingPasskeys.add(fixture, user, KEY, "handle");
        BelievingPasskeys.add(fixture, user, "second-key", "other-handle");
        Caller ana = BelievingPasskeys.signedIn(node, KEY);
        assertThat(node.secondFactors().renewRecoveryCodes(ana)).isInstanceOf(Outcome.Done.class);
        assertThat(removes(node, ana, "second-key")).isTrue();
        assertThat(hasRecoveryCodes(user)).isTrue();
        assertThat(removes(node, ana, KEY)).isTrue();
        assertThat(hasRecoveryCodes(user)).isFalse();
    }

    private boolean hasRecoveryCodes(UserId user) {
        return fixture.store.read(tx -> tx.factors().recoveryCodes().left(user).isPresent());
    }

    private Auth node(SignInMethods methods, UnaryOperator<AuthBuilder> change) {
        SocialSettings sites = SocialSettings.of(TestSocialProvider.named("corp"));
        return fixture.nodeWith(
                FlowFixture.settings().withSignInMethods(methods),
                builder -> change.apply(builder.social(sites).passkeys(new BelievingPasskeys())));
    }

    /** A user with a proven address, a passkey and no password. */
    private Caller person(Auth node, String email, String key, @Nullable String provider) {
        fixture.member(email);
        UserId user = fixture.signedIn(email).user().id();
        fixture.store.<Boolean>alone(tx -> tx.users().resetPassword(user, null, fixture.clock.instant()));
        BelievingPasskeys.add(fixture, user, key, "handle-" + key);
        if (provider != null) {
            link(user, provider);
        }
        return BelievingPasskeys.signedIn(node, key);
    }

    private List<PasskeyState> passkeys(UserId user) {
        return fixture.store.read(tx -> tx.factors().passkeys().of(user));
    }

    /** The ledger has the passkey from now on. */
    private void noteImport() {
        LegacyOrigin origin = new LegacyOrigin("old", "passkeys", "7", "run", "hash");
        fixture.store.alone(tx -> {
            tx.legacy().insert(id(KEY), origin, id(KEY), fixture.clock.instant());
            return true;
        });
    }

    private void link(UserId user, String provider) {
        new SocialSteps(fixture).imported(user, provider, "subject-" + user);
    }

    private static boolean removes(Auth node, Caller caller, String key) {
        return node.ownPasskeys().remove(caller, id(key)) instanceof Outcome.Done;
    }

    private static boolean unlinks(Auth node, Caller caller) {
        return node.social().unlink(caller, "corp", null) instanceof Outcome.Done;
    }

    private static String id(String key) {
        return "id-" + key;
    }
}
