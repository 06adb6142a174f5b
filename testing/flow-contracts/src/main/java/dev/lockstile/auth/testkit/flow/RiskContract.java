package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.hook.RiskCheck;
import dev.lockstile.auth.hook.RiskCheck.Answer;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host's judgement of sign-ins: asked after the right first factor, whatever it was, and never before. */
abstract class RiskContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final Outcome<SignIn> MAILED = Outcome.refused(Refusal.EMAIL_CODE_REQUIRED);

    private final List<RiskCheck.Attempt> asked = Collections.synchronizedList(new ArrayList<>());
    private Answer answer = Answer.ALLOW;
    private Auth node;

    /** For those who extend it. */
    protected RiskContract() {}

    @BeforeEach
    final void openHost() {
        fixture.member(ANA);
        node = fixture.nodeWith(builder -> builder.riskCheck(this::assess).passkeys(new BelievingPasskeys()));
    }

    private Answer assess(RiskCheck.Attempt attempt) {
        assertThat(fixture.store.holdsConnection()).isFalse();
        asked.add(attempt);
        return answer;
    }

    @Test
    void it_is_asked_once_after_a_right_password_and_never_after_a_wrong_one() {
        assertThat(password("wrong-word-3117").refusal()).contains(Refusal.INVALID_CREDENTIALS);
        assertThat(node.login()
                        .signIn(new PasswordLogin.Request(
                                "none@acme.example", Secret.of("x-word-3117"), FlowFixture.WEB))
                        .isDone())
                .isFalse();
        assertThat(asked).isEmpty();
        assertThat(password(FlowFixture.PASSWORD).isDone()).isTrue();
        assertThat(asked).singleElement().satisfies(attempt -> {
            assertThat(attempt.user().identifiers().email().value()).isEqualTo(ANA);
            assertThat(attempt.shown().methods()).containsExactly("pwd");
            assertThat(attempt.client()).isEqualTo(FlowFixture.WEB);
            assertThat(attempt.knownNetwork()).isFalse();
        });
        password(FlowFixture.PASSWORD);
        assertThat(asked.get(1).knownNetwork()).isTrue();
    }

    @Test
    void a_refusal_looks_like_a_wrong_first_factor_and_is_told_to_the_host() {
        answer = Answer.REFUSE;
        assertThat(password(FlowFixture.PASSWORD)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(code()).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(fixture.events)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(AuthEvent.RiskAssessed.class, told -> {
                    assertThat(told.answer()).isEqualTo(Answer.REFUSE);
                    assertThat(told.user()).isEqualTo(user());
                    assertThat(told.succeeded()).isFalse();
                }));
        assertThat(sessions()).isZero();
    }

    @Test
    void an_account_without_a_factor_shows_its_mailbox() {
        answer = Answer.ASK_FACTOR;
        assertThat(password(FlowFixture.PASSWORD)).isEqualTo(MAILED);
        assertThat(sessions()).isZero();
        assertThat(code().isDone()).isTrue();
        assertThat(asked).extracting(attempt -> attempt.shown().methods()).contains(List.of("otp"));
    }

    @Test
    void an_account_with_a_factor_is_asked_for_it_in_a_trusted_browser_too() {
        UserId ana = user();
        fixture.importRecoveryCode(ana, Secret.of("abcd-efgh-ijkl"));
        BelievingPasskeys.add(fixture, ana, "key-of-ana", "handle-of-ana");
        answer = Answer.ASK_FACTOR;
        assertThat(password(FlowFixture.PASSWORD)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_passkey_shows_both_and_is_judged_as_well() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
        UserId ana = user();
        BelievingPasskeys.add(fixture, ana, "key-of-ana", "handle-of-everybody");
        answer = Answer.ASK_FACTOR;
        assertThat(BelievingPasskeys.attempt(node, "key-of-ana").isDone()).isTrue();
        answer = Answer.REFUSE;
        int before = sessions();
        assertThat(BelievingPasskeys.attempt(node, "key-of-ana"))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(sessions()).isEqualTo(before);
        assertThat(asked).hasSize(2);
    }

    @Test
    void another_site_vouches_and_the_host_is_asked_all_the_same() {
        SocialSteps sites = SocialSteps.wired(fixture, builder -> builder.riskCheck(this::assess));
        answer = Answer.REFUSE;
        assertThat(vouched(sites).refusal()).contains(Refusal.INVALID_SOCIAL_TOKEN);
        answer = Answer.ASK_FACTOR;
        assertThat(vouched(sites)).isEqualTo(MAILED);
        answer = Answer.ALLOW;
        assertThat(vouched(sites).isDone()).isTrue();
        assertThat(asked)
                .hasSize(3)
                .allSatisfy(attempt -> assertThat(attempt.shown().provider()).isEqualTo("merge"));
    }

    private static Outcome<SignIn> vouched(SocialSteps sites) {
        return sites.signIn(sites.merge, "ana-there", ANA, true);
    }

    @Test
    void the_host_chooses_what_an_outage_means() {
        for (Answer otherwise : Answer.values()) {
            RiskCheck failing = new RiskCheck() {
                @Override
                public Answer assess(Attempt attempt) {
                    throw new IllegalStateException("the service does not answer");
                }

                @Override
                public Answer onFailure() {
                    return otherwise;
                }
            };
            node = fixture.nodeWith(builder -> builder.riskCheck(failing));
            Outcome<SignIn> in = password(FlowFixture.PASSWORD);
            switch (otherwise) {
                case ALLOW -> assertThat(in.isDone()).isTrue();
                case ASK_FACTOR -> assertThat(in).isEqualTo(MAILED);
                case REFUSE -> assertThat(in.refusal()).contains(Refusal.INVALID_CREDENTIALS);
            }
        }
    }

    @Test
    void one_right_code_used_by_two_at_once_opens_one_session() {
        String code = codeOf(ANA);
        List<CompletableFuture<Outcome<SignIn>>> attempts = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> FlowFixture.enterCode(node, CodeIdentifier.email(ANA), code)))
                .limit(2)
                .toList();
        assertThat(attempts.stream().map(CompletableFuture::join).filter(Outcome::isDone))
                .hasSize(1);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void a_host_without_a_check_needs_no_factor() {
        node = fixture.nodeWithFactors(SecondFactorSettings.optional());
        assertThat(password(FlowFixture.PASSWORD).isDone()).isTrue();
        assertThat(asked).isEmpty();
    }

    private Outcome<SignIn> password(String password) {
        return node.login().signIn(new PasswordLogin.Request(ANA, Secret.of(password), FlowFixture.WEB));
    }

    private Outcome<SignIn> code() {
        return FlowFixture.enterCode(node, CodeIdentifier.email(ANA), codeOf(ANA));
    }

    private String codeOf(String email) {
        fixture.clock.advance(Duration.ofMinutes(2));
        node.codes().request(new CodeLogin.Request(CodeIdentifier.email(email), Channel.EMAIL, null));
        return fixture.codeTo(email);
    }

    private UserId user() {
        return fixture.store
                .read(tx -> tx.users()
                        .byKey(
                                IdentifierKind.EMAIL,
                                IdentifierRules.standard()
                                        .email(ANA)
                                        .orElseThrow()
                                        .key()))
                .orElseThrow()
                .info()
                .id();
    }

    private int sessions() {
        return fixture.store.<Integer>read(
                tx -> tx.sessions().live(user(), fixture.clock.instant()).size());
    }
}
