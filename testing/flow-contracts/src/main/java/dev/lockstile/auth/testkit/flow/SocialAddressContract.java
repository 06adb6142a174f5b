package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account that a proven address leads to, and what a registration on that address leaves. */
abstract class SocialAddressContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final String IMPORTED = "ben@acme.example";
    private static final String LIVE_KEY = "live-1";

    private SocialSteps steps;

    /** For those who extend it. */
    protected SocialAddressContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
    }

    @Test
    void no_address_leads_to_an_account_with_a_second_factor() {
        fixture.member(ADDRESS);
        Caller ana = fixture.caller(fixture.signedIn(ADDRESS));
        SecondFactorContract.enrol(fixture, ana);
        assertIsNotReached(ana.user(), ADDRESS);
        UserId ben = fixture.people.admitted(IMPORTED, null, null, "letmein-81");
        enrol(ben);
        assertIsNotReached(ben, IMPORTED);
    }

    @Test
    void no_address_leads_to_a_disabled_account() {
        fixture.member(ADDRESS);
        UserId ana = fixture.signedIn(ADDRESS).user().id();
        UserId ben = fixture.people.admitted(IMPORTED, null, null, "letmein-81");
        fixture.auth.admin().disable(ana);
        fixture.auth.admin().disable(ben);
        assertIsNotReached(ana, ADDRESS);
        assertIsNotReached(ben, IMPORTED);
    }

    private void assertIsNotReached(UserId user, String address) {
        for (TestSocialProvider provider : List.of(steps.corp, steps.merge)) {
            assertThat(steps.signIn(provider, address, address, true))
                    .as("%s by %s", address, provider.name())
                    .isEqualTo(SocialLoginContract.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
            SocialLogin.Precheck said = steps.precheck(provider, address, address, true);
            assertThat(said.wouldLink()).isFalse();
            assertThat(said.canLogin()).isFalse();
        }
        assertThat(fixture.store.<Optional<Secret>>read(
                        tx -> tx.users().byId(user).map(StoredUser::passwordHash)))
                .as("the password stays")
                .isPresent();
        assertThat(fixture.store.<Integer>read(tx -> tx.socials().of(user).size()))
                .isZero();
    }

    @Test
    void a_registration_on_the_address_keeps_no_session_factor_link_or_code() {
        UserId waiting = registered();
        enrol(waiting);
        steps.imported(waiting, "forum", "99");
        fixture.store.alone(tx -> {
            tx.sessions().insert(waiting, session());
            tx.codes().replace(code(waiting));
            return true;
        });
        assertThat(rows(waiting)).containsExactly(1, 1, 1, 1);
        steps.in(steps.signIn(steps.corp, "1", ADDRESS, true));
        assertThat(rows(waiting))
                .as("sessions, factors, links and codes to another address")
                .containsExactly(0, 0, 0, 0);
    }

    private UserId registered() {
        List<UserId> opened = new ArrayList<>();
        fixture.auth.registrations().register(FlowFixture.registration(ADDRESS, null, null), account -> {
            opened.add(account.user().id());
            return Verdict.allow();
        });
        return opened.get(0);
    }

    private List<Integer> rows(UserId user) {
        return fixture.store.read(tx -> List.of(
                tx.sessions().live(user, fixture.clock.instant()).size(),
                count(tx.factors().totps().confirmed(user)),
                tx.socials().of(user).size(),
                count(tx.codes().live(LIVE_KEY))));
    }

    private static int count(Optional<?> row) {
        return row.isPresent() ? 1 : 0;
    }

    @Test
    void a_code_that_went_to_the_address_before_opens_nothing() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        steps = new SocialSteps(fixture);
        fixture.requestCode(ADDRESS);
        String code = fixture.codeTo(ADDRESS);
        assertThat(fixture.store.<Boolean>read(SocialAddressContract::isCodeEnded))
                .isFalse();
        steps.in(steps.signIn(steps.corp, "1", ADDRESS, true));
        assertThat(fixture.store.<Boolean>read(SocialAddressContract::isCodeEnded))
                .isTrue();
        assertThat(fixture.enterCode(CodeIdentifier.email(ADDRESS), code)).isInstanceOf(Outcome.Refused.class);
    }

    private static boolean isCodeEnded(AuthTx tx) {
        CodeState.Times times = tx.codes()
                .latest(CodePurpose.LOGIN, email(ADDRESS).key())
                .orElseThrow()
                .state()
                .times();
        return times.endedAt() != null;
    }

    @Test
    void a_hook_is_asked_before_an_account_is_opened() {
        fixture.doorkeeper.refuse("invitation_missing");
        assertThat(steps.signIn(steps.corp, "1", ADDRESS, true))
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(fixture.doorkeeper.asked).singleElement().isInstanceOfSatisfying(NewAccount.class, asked -> {
            assertThat(asked.by()).isEqualTo(NewAccount.By.SOCIAL);
            assertThat(asked.user().email()).isEqualTo(ADDRESS);
        });
        assertThat(steps.precheck(steps.corp, "1", ADDRESS, true).wouldCreateUser())
                .as("nothing was opened")
                .isTrue();
        fixture.doorkeeper.relent();
        steps.in(steps.signIn(steps.corp, "1", ADDRESS, true));
        assertThat(fixture.doorkeeper.asked).hasSize(2).first().isInstanceOf(NewAccount.class);
    }

    private void enrol(UserId user) {
        Instant now = fixture.clock.instant();
        TotpState app = new TotpState("app-" + user, "sealed", "s1", now.plus(Duration.ofMinutes(10)));
        fixture.store.alone(tx -> {
            tx.factors().totps().begin(user, app, now);
            return tx.factors().totps().confirm(user, app.enrolmentId(), 1, now);
        });
    }

    private SessionState session() {
        Instant now = fixture.clock.instant();
        SessionState.Times times = new SessionState.Times(
                now, now, now, now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), null);
        SessionState.Origin origin = new SessionState.Origin(ClientKind.WEB, null, null, null);
        return new SessionState(new SessionId("s1"), "1", origin, new SessionState.Token(0, "digest-0"), times);
    }

    /** A code that the registration has asked for at another address. */
    private NewCode code(UserId user) {
        Instant now = fixture.clock.instant();
        Identifier to = email("other@acme.example");
        CodeState.Binding binding =
                new CodeState.Binding("code-1", CodePurpose.CONFIRM_CHANGE, Channel.EMAIL, to.key(), user);
        CodeState.Times times = new CodeState.Times(now, now.plus(Duration.ofMinutes(10)), null, null);
        return new NewCode(new CodeState(binding, "digest-1", 0, 5, times), to.value(), LIVE_KEY);
    }

    private static Identifier email(String address) {
        return IdentifierRules.standard().email(address).orElseThrow();
    }
}
