package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kind of token at every entry: each is good at its own and nowhere else (RFC 8725 3.12, ASVS 9.2.2). */
@Tag("keys")
abstract class TokenKindContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final String WAITING = "bea@acme.example";

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Predicate<String>> entries = new LinkedHashMap<>();

    @Test
    void a_token_of_one_kind_is_good_for_nothing_else() {
        prepare();
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            for (Map.Entry<String, Predicate<String>> entry : entries.entrySet()) {
                if (!token.getKey().equals(entry.getKey())) {
                    assertThat(entry.getValue().test(token.getValue()))
                            .as(token.getKey() + " at " + entry.getKey())
                            .isFalse();
                }
            }
        }
        for (Map.Entry<String, Predicate<String>> entry : entries.entrySet()) {
            String own = tokens.getOrDefault(entry.getKey(), "");
            assertThat(entry.getValue().test(own))
                    .as(entry.getKey() + " at its own")
                    .isTrue();
        }
    }

    /** With as many attempts as there may be: every foreign kind spends one. */
    private void prepare() {
        fixture = rewired(settings -> {
            CodeSettings was = settings.codes();
            return settings.withCodes(new CodeSettings(
                    was.smsDigits(),
                    was.emailDigits(),
                    was.smsTtl(),
                    was.emailTtl(),
                    10,
                    was.cooldown(),
                    was.unboundAttempts()));
        });
        fixture.member(ADDRESS);
        SignIn ana = fixture.signedIn(ADDRESS);
        Caller caller = fixture.caller(ana);
        add("access", ana.tokens().access().reveal(), this::authenticates);
        codes(caller);
        add("refresh", ana.tokens().refresh().reveal(), this::refreshes);
        links();
    }

    /** After the codes: a reset ends those that are open. */
    private void links() {
        fixture.auth.registrations().register(FlowFixture.registration(WAITING, null, null));
        LinkProof confirm = fixture.linkTo(WAITING);
        add("confirmation link", confirm.token().reveal(), token -> confirms(confirm.uid(), token));
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        LinkProof reset = fixture.linkTo(ADDRESS);
        add("reset link", reset.token().reveal(), token -> resets(reset.uid(), token));
    }

    private void codes(Caller caller) {
        CodeLogin.Sent login = fixture.requestCode(ADDRESS).orElseThrow();
        String loginCode = fixture.codeTo(ADDRESS);
        add("login code", loginCode, code -> signsIn(login.challengeId(), code));
        StepUp.Sent again =
                fixture.auth.stepUp().requestCode(caller, null, null).orElseThrow();
        String stepUpCode = fixture.codeTo(ADDRESS);
        add("step-up code", stepUpCode, code -> stepsUp(caller, again.challengeId(), code));
        tokens.put("login challenge", login.challengeId());
        tokens.put("step-up challenge", again.challengeId());
        tokens.put("session id", caller.session().value());
        assertThat(signsIn(again.challengeId(), stepUpCode)).isFalse();
        assertThat(stepsUp(caller, login.challengeId(), loginCode)).isFalse();
    }

    private void add(String kind, String token, Predicate<String> entry) {
        tokens.put(kind, token);
        entries.put(kind, entry);
    }

    private boolean authenticates(String token) {
        return fixture.auth.sessions().authenticate(token).isPresent();
    }

    private boolean refreshes(String token) {
        return fixture.auth.sessions().refresh(Secret.of(token)) instanceof Outcome.Done<TokenPair>;
    }

    private boolean confirms(String uid, String token) {
        return fixture.auth.registrations().confirmEmail(new LinkProof(uid, Secret.of(token))) instanceof Outcome.Done;
    }

    private boolean resets(String uid, String token) {
        return fixture.auth
                        .passwords()
                        .confirmReset(new LinkProof(uid, Secret.of(token)), Secret.of("a-new-long-word-71"))
                instanceof Outcome.Done;
    }

    private boolean signsIn(String challenge, String code) {
        return fixture.auth
                        .codes()
                        .verify(new CodeLogin.Attempt(
                                CodeIdentifier.email(ADDRESS), challenge, Secret.of(code), FlowFixture.WEB))
                instanceof Outcome.Done<SignIn>;
    }

    private boolean stepsUp(Caller caller, String challenge, String code) {
        return fixture.auth.stepUp().byCode(caller, challenge, Secret.of(code)) instanceof Outcome.Done<StepUp.Proven>;
    }
}
