package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.legacy.LegacyTokens.LegacyToken;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.PasswordReplacement;
import dev.lockstile.auth.model.AbstractAuthChallenge;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each way into an account that was open before it came into a role for programs, and is closed from then on: none of
 * them opens a session. Those by a password, and what is sent, are in {@link ProgramRoleContract}.
 */
@Tag("keys")
abstract class ProgramWaysContract extends ProgramFixture {

    private static final Secret NEXT = Secret.of("silver-orchard-5521");

    /** For those who extend it. */
    protected ProgramWaysContract() {}

    private int sessions(UserId user) {
        return fixture.store.<Integer>read(
                tx -> tx.sessions().live(user, fixture.clock.instant()).size());
    }

    private void assertClosed(Outcome<?> outcome, UserId user, int before) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(sessions(user)).isEqualTo(before);
    }

    private PasswordLogin.Request password(ClientInfo client) {
        return new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), client);
    }

    @Test
    void a_passkey() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
        Auth node = node(EXPORTER.forPrograms(), builder -> builder.passkeys(new BelievingPasskeys()));
        BelievingPasskeys.add(fixture, ana, "key-of-ana", "handle-of-ana");
        assertThat(BelievingPasskeys.attempt(node, "key-of-ana").isDone()).isTrue();
        plant(ana);
        int before = sessions(ana);
        assertClosed(BelievingPasskeys.attempt(node, "key-of-ana"), ana, before);
    }

    @Test
    void an_account_at_another_site_linked_and_by_its_address() {
        assumeTrue(fixture.store.isMapped(AbstractAuthChallenge.class), "the host keeps no challenges");
        SocialSteps social = SocialSteps.wired(fixture, builder -> builder.roles(EXPORTER.forPrograms()));
        social.in(social.signIn(social.merge, "sub-1", ANA, true));
        plant(ana);
        int before = sessions(ana);
        assertClosed(social.signIn(social.merge, "sub-1", ANA, true), ana, before);
        assertClosed(social.browser(social.merge, social.merge.person("sub-1", ANA, true)), ana, before);
        assertClosed(social.signIn(social.corp, "sub-2", ANA, true), ana, before);
    }

    @Test
    void a_link_and_the_code_beside_it() {
        String request = auth.linkLogin()
                .request(new LinkLogin.Request(ANA, null))
                .orElseThrow()
                .requestId();
        String token = fixture.deliver().postbox.lastTo(ANA).loginToken();
        String code = fixture.codeTo(ANA);
        plant(ana);
        int before = sessions(ana);
        for (LinkLogin.Attempt.Proof proof : new LinkLogin.Attempt.Proof[] {
            new LinkLogin.Attempt.Proof.Token(Secret.of(token)), new LinkLogin.Attempt.Proof.Code(Secret.of(code))
        }) {
            assertClosed(auth.linkLogin().confirm(new LinkLogin.Attempt(request, proof, FlowFixture.WEB)), ana, before);
        }
    }

    @Test
    void a_code() {
        fixture.requestCode(ANA);
        String code = fixture.codeTo(ANA);
        plant(ana);
        int before = sessions(ana);
        assertClosed(FlowFixture.enterCode(auth, CodeIdentifier.email(ANA), code), ana, before);
    }

    @Test
    void an_invitation() {
        String invited = "new@acme.example";
        UserId user = auth.admin()
                .inviteAs(root, AccountDraft.ofEmail(invited), Duration.ofDays(1), WHY)
                .orElseThrow()
                .id();
        LinkProof link = fixture.linkTo(invited);
        plant(user);
        assertClosed(auth.passwords().confirmReset(link, NEXT), user, 0);
        assertThat(auth.login()
                        .signIn(new PasswordLogin.Request(invited, NEXT, FlowFixture.WEB))
                        .isDone())
                .isFalse();
    }

    @Test
    void a_new_password_in_place_of_one_that_is_to_be_replaced() {
        auth.admin().requireNewPassword(ana);
        Outcome<SignIn> asked = login(ANA);
        Secret ticket = Secret.of(String.valueOf(((Outcome.Refused<SignIn>) asked).challenge()));
        plant(ana);
        assertClosed(auth.login().replacePassword(new PasswordReplacement(ticket, NEXT, FlowFixture.WEB)), ana, 0);
    }

    @Test
    void a_second_factor_and_a_trusted_browser() {
        assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.factors().totps().isMapped()),
                "this store keeps no second factors");
        SecondFactorFixture.Enrolled enrolled =
                SecondFactorFixture.enrol(fixture, fixture.caller(fixture.signedIn(ANA)));
        fixture.clock.advance(Duration.ofMinutes(1));
        SignIn in = shown(enrolled.app(), challenge(), true).orElseThrow();
        ClientInfo browser = FlowFixture.WEB.showing(
                new ClientEvidence(null, null, in.extras().trustedBrowser()));
        assertThat(auth.login().signIn(password(browser)).isDone()).isTrue();
        fixture.clock.advance(Duration.ofMinutes(1));
        SecondFactorChallenge open = challenge();
        plant(ana);
        int before = sessions(ana);
        assertClosed(shown(enrolled.app(), open, false), ana, before);
        assertClosed(auth.login().signIn(password(browser)), ana, before);
    }

    private SecondFactorChallenge challenge() {
        return SecondFactorFixture.challenge(auth.login().signIn(password(FlowFixture.WEB)));
    }

    private Outcome<SignIn> shown(TotpGenerator app, SecondFactorChallenge challenge, boolean trust) {
        FactorProof proof = new FactorProof.Totp(Secret.of(app.code()));
        return auth.secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge.id(), proof, FlowFixture.WEB, trust));
    }

    @Test
    void a_proof_of_a_session_that_was_open() {
        Caller caller = caller(ANA);
        plant(ana);
        int before = sessions(ana);
        assertClosed(auth.stepUp().byPassword(caller, Secret.of(FlowFixture.PASSWORD)), ana, before);
        assertClosed(auth.ownAccount().me(caller), ana, before);
    }

    @Test
    void a_token_of_a_former_system() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.legacy().isMapped()), "this store keeps no ledger");
        Instant issued = fixture.clock.instant();
        fixture.clock.advance(Duration.ofMinutes(5));
        LegacyTokens tokens = (token, now) -> Optional.of(new LegacyToken(
                ana, null, "k".repeat(64), new LegacyOrigin("legacy", "token", "1", "bridge", "f"), issued));
        Auth node = node(EXPORTER.forPrograms(), builder -> builder.legacyTokens(tokens));
        plant(ana);
        int before = sessions(ana);
        assertClosed(node.sessions().refresh(Secret.of("old-token-1")), ana, before);
    }

    @Test
    void staff_who_act_for_it() {
        Caller acting = auth.sessions()
                .authenticate(auth.impersonation()
                        .begin(root, ana, WHY)
                        .orElseThrow()
                        .accessToken()
                        .reveal())
                .orElseThrow();
        plant(ana);
        int before = sessions(ana);
        assertThat(auth.impersonation().begin(root, ana, WHY).refusal()).contains(Refusal.FORBIDDEN);
        assertClosed(auth.ownAccount().me(acting), ana, before);
    }
}
