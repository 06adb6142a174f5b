package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.legacy.LegacyTokens.LegacyToken;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions.RefreshClient;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Accounts that an import admits: their password opens them by an unproven address, until a person proves
 * it. A stranger may have planted the row in the legacy system on the address of a victim.
 */
abstract class AdmittedIdentifierContract extends FlowContract {

    private static final String VICTIM = "ceo@acme.example";
    private static final String PLANTED = "planters-word-81";
    private static final String OWNERS = "the-owners-word-77";
    private static final String NUMBER = "+525512345678";

    /** For those who extend it. */
    protected AdmittedIdentifierContract() {}

    @Test
    void the_password_opens_an_admitted_account_by_an_address_that_counts_as_proven_nowhere() {
        fixture.people.admitted(VICTIM, null, "ceo", PLANTED);
        SignIn in = FlowFixture.signIn(fixture.login(VICTIM, PLANTED));
        assertThat(in.user().identifiers().email().isVerified()).isFalse();
        assertThat(fixture.login("ceo", PLANTED)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.stepUp().requestCode(fixture.caller(in), null, null))
                .as("no code goes to it as to a proven one")
                .isEqualTo(Outcome.refused(Refusal.NO_PROVEN_ADDRESS));
    }

    @Test
    void an_account_that_the_legacy_system_refused_stays_shut_to_its_password() {
        fixture.people.imported(VICTIM, "md5$s$" + Md5.of("s" + PLANTED), false);
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_first_code_ends_password_sessions_and_pending_changes_of_whoever_was_there_before() {
        fixture.people.admitted(VICTIM, null, "ceo", PLANTED);
        SignIn planter = FlowFixture.signIn(fixture.login(VICTIM, PLANTED));
        Caller caller = fixture.caller(planter);
        PendingChange pending = ask(caller, AccountChange.NONE.withEmail("planter@evil.example"));
        Secret code = Secret.of(fixture.codeTo("planter@evil.example"));

        UserInfo owner = ownerByCode();

        assertThat(owner.identifiers().email().isVerified()).isTrue();
        assertThat(owner.isAdmitted()).isFalse();
        assertShut(planter);
        assertThat(fixture.auth.ownAccount().confirmChange(caller, new ChangeProof(pending.challengeId(), code)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("ceo", PLANTED)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_reset_link_is_a_first_proof_too() {
        fixture.people.admitted(VICTIM, NUMBER, null, PLANTED);
        SignIn planter = FlowFixture.signIn(fixture.login(VICTIM, PLANTED));
        assertThat(reset(VICTIM, OWNERS)).isInstanceOf(Outcome.Done.class);
        assertShut(planter);
        UserInfo owner = FlowFixture.signIn(fixture.login(VICTIM, OWNERS)).user();
        assertThat(owner.identifiers().email().isVerified()).isTrue();
        assertThat(owner.identifiers().phone().owned())
                .as("the number may be somebody else's")
                .isFalse();
        assertThat(fixture.login(NUMBER, OWNERS)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_reset_link_to_an_address_that_was_given_up_since_opens_nothing() {
        fixture.people.admitted(VICTIM, NUMBER, null, PLANTED);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, VICTIM, null));
        LinkProof link = fixture.linkTo(VICTIM);
        fixture.requestSms(NUMBER);
        assertThat(fixture.enterCode(CodeIdentifier.phone(NUMBER), fixture.codeTo(NUMBER)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.passwords().confirmReset(link, Secret.of(OWNERS)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void tokens_of_the_legacy_system_end_with_the_first_proof() {
        fixture.people.admitted(VICTIM, null, null, PLANTED);
        UserId user = FlowFixture.signIn(fixture.login(VICTIM, PLANTED)).user().id();
        Auth bridged = bridgedFor(user);
        assertThat(exchange(bridged, "first")).isInstanceOf(Outcome.Done.class);
        fixture.requestCode(VICTIM);
        String code = fixture.codeTo(VICTIM);
        assertThat(FlowFixture.enterCode(bridged, CodeIdentifier.email(VICTIM), code))
                .isInstanceOf(Outcome.Done.class);
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(exchange(bridged, "minted over there since")).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void tokens_of_the_legacy_system_end_with_a_reset_that_is_the_first_proof() {
        fixture.people.admitted(VICTIM, null, null, PLANTED);
        UserId user = FlowFixture.signIn(fixture.login(VICTIM, PLANTED)).user().id();
        Auth bridged = bridgedFor(user);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, VICTIM, null));
        bridged.passwords().confirmReset(fixture.linkTo(VICTIM), Secret.of(OWNERS));
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(exchange(bridged, "minted over there since")).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void whoever_shows_the_password_and_the_mailbox_keeps_the_password() {
        fixture.people.admitted(VICTIM, null, "ceo", PLANTED);
        SignIn elsewhere = FlowFixture.signIn(fixture.login(VICTIM, PLANTED));
        Caller caller = fixture.caller(FlowFixture.signIn(fixture.login(VICTIM, PLANTED)));
        prove(caller, AccountChange.NONE.withEmail(VICTIM), VICTIM);
        assertThat(fixture.auth.sessions().refresh(elsewhere.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        UserInfo owner = FlowFixture.signIn(fixture.login(VICTIM, PLANTED)).user();
        assertThat(owner.identifiers().email().isVerified()).isTrue();
        assertThat(owner.isAdmitted()).isFalse();
        ownerByCode();
        assertThat(fixture.login(VICTIM, PLANTED))
                .as("proven already: a code ends nothing")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_session_without_a_recent_password_proves_nothing_for_the_password() {
        fixture.people.admitted(VICTIM, null, null, PLANTED);
        Caller caller = fixture.caller(FlowFixture.signIn(fixture.login(VICTIM, PLANTED)));
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail(VICTIM)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_stranger_who_proves_an_address_of_his_own_gives_up_the_victims() {
        fixture.people.admitted(VICTIM, null, null, PLANTED);
        Caller planter = fixture.caller(FlowFixture.signIn(fixture.login(VICTIM, PLANTED)));
        prove(planter, AccountChange.NONE.withPhone(NUMBER), NUMBER);
        fixture.member(VICTIM);
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.signedIn(VICTIM).user().id()).isNotEqualTo(planter.user());
    }

    @Test
    void an_admitted_account_that_is_restored_opens_to_whoever_proves_the_address_and_not_by_the_password() {
        UserId user = fixture.people.admitted(VICTIM, null, "ceo", PLANTED);
        fixture.auth.admin().delete(user);
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.admin().restore(user)).isTrue();
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("ceo", PLANTED)).isInstanceOf(Outcome.Refused.class);
        assertThat(ownerByCode().id()).isEqualTo(user);
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_address_that_somebody_proved_since_does_not_come_back_with_a_restored_account() {
        UserId user = fixture.people.admitted(VICTIM, null, "ceo", PLANTED);
        fixture.auth.admin().delete(user);
        fixture.member(VICTIM);
        assertThat(fixture.auth.admin().restore(user)).isTrue();
        assertThat(fixture.login("ceo", PLANTED)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.signedIn(VICTIM).user().id()).isNotEqualTo(user);
    }

    @Test
    void of_a_stranger_who_signs_in_while_the_owner_proves_the_address_no_session_is_left() {
        fixture.people.admitted(VICTIM, null, null, PLANTED);
        fixture.requestCode(VICTIM);
        String code = fixture.codeTo(VICTIM);
        List<Optional<SignIn>> planters = ParallelRun.run(12, number -> {
            if (number == 6) {
                fixture.enterCode(CodeIdentifier.email(VICTIM), code);
                return Optional.empty();
            }
            return fixture.login(VICTIM, PLANTED) instanceof Outcome.Done<SignIn> in
                    ? Optional.of(in.value())
                    : Optional.empty();
        });
        assertThat(planters.stream().flatMap(Optional::stream))
                .allSatisfy(in -> assertThat(
                                fixture.auth.sessions().refresh(in.tokens().refresh()))
                        .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN)));
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
    }

    private UserInfo ownerByCode() {
        fixture.clock.advance(Duration.ofMinutes(5));
        fixture.requestCode(VICTIM);
        Outcome<SignIn> entered = fixture.enterCode(CodeIdentifier.email(VICTIM), fixture.codeTo(VICTIM));
        if (entered instanceof Outcome.Done<SignIn> in) {
            return in.value().user();
        }
        throw new AssertionError("the owner is not in: " + entered);
    }

    private Outcome<PasswordSet> reset(String address, String password) {
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, null));
        return fixture.auth.passwords().confirmReset(fixture.linkTo(address), Secret.of(password));
    }

    private PendingChange ask(Caller caller, AccountChange change) {
        Outcome<OwnAccount.Changed> result = fixture.auth.ownAccount().update(caller, change);
        if (result instanceof Outcome.Done<OwnAccount.Changed> changed) {
            return changed.value().pending().get(0);
        }
        throw new AssertionError("not asked for: " + result);
    }

    private void prove(Caller caller, AccountChange change, String recipient) {
        PendingChange pending = ask(caller, change);
        ChangeProof proof = new ChangeProof(pending.challengeId(), Secret.of(fixture.codeTo(recipient)));
        assertThat(fixture.auth.ownAccount().confirmChange(caller, proof)).isInstanceOf(Outcome.Done.class);
    }

    private void assertShut(SignIn planter) {
        assertThat(fixture.login(VICTIM, PLANTED)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.sessions().refresh(planter.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    /** The library with a bridge that takes any text for a live token of this user, issued now. */
    private Auth bridgedFor(UserId user) {
        return fixture.nodeBeside((token, now) -> {
            String key = Md5.of(token.reveal());
            LegacyOrigin origin = new LegacyOrigin("old", "tokens", key, "bridge", key);
            return Optional.of(new LegacyToken(user, null, key, origin, now));
        });
    }

    private static Outcome<TokenPair> exchange(Auth bridged, String token) {
        return bridged.sessions().refresh(Secret.of(token), RefreshClient.UNNAMED);
    }
}
