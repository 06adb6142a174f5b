package dev.lockstile.examples.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions.SessionView;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import dev.lockstile.auth.upkeep.Retention;
import dev.lockstile.auth.upkeep.Upkeep.CleanUpReport;
import dev.lockstile.auth.upkeep.Upkeep.CodeStatistics;
import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/services.md shows. */
final class ServicesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String NEW_PASSWORD = "quiet-orchard-9021";
    private static final String ADDRESS = "192.0.2.7";

    @Test
    void a_registration_is_confirmed_by_its_link() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            Secret registration = register(kit.auth());
            SentLink link = kit.deliver().emails().lastLink(EMAIL);
            assertThat(confirm(kit.auth(), link.uid(), link.token(), registration))
                    .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
            assertThat(answer(kit.auth(), EMAIL, PASSWORD)).startsWith("200 signed in as");
            assertThat(answer(kit.auth(), EMAIL, "wrong-harbour-1")).isEqualTo("401 invalid_credentials");
        }
    }

    private static Secret register(Auth auth) {
        // region: register
        Outcome<Registration.Accepted> result = auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(EMAIL, null, null), // e-mail, phone, user name: one at least
                        Secret.of(PASSWORD),
                        new Person("Ana", "Ruiz", null, null, null), // no second last name, birthday, gender
                        true, // the terms were accepted
                        new Registration.RegistrationClient("en", ADDRESS)));
        // refused: INVALID_INPUT, HUMAN_CHECK_REQUIRED, THROTTLED, BUSY
        Secret registration = result.orElseThrow().registration(); // the client keeps it for the confirmation
        // end: register
        return registration;
    }

    private static Outcome<EmailConfirmation.Proven> confirm(Auth auth, String uid, String token, Secret registration) {
        // region: confirm
        Outcome<EmailConfirmation.Proven> result = auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(uid, Secret.of(token)))
                        .withRegistration(registration));
        // end: confirm
        return result;
    }

    private static String answer(Auth auth, String login, String password) {
        // region: login
        Outcome<SignIn> outcome =
                auth.login().signIn(new PasswordLogin.Request(login, Secret.of(password), ClientInfo.web(ADDRESS)));
        return signedIn(outcome);
        // end: login
    }

    // region: outcome
    private static String signedIn(Outcome<SignIn> outcome) {
        return outcome.fold(
                signIn -> "200 signed in as " + signIn.user().id(), // tokens() has access() and refresh()
                second -> "403 show one of these second factors: " + second.factors(), // then secondFactorLogin()
                refused -> status(refused.why()) + " " + refused.why().code());
    }

    private static int status(Refusal why) {
        return switch (why) {
            case INVALID_CREDENTIALS, INVALID_CODE, INVALID_SECOND_FACTOR, INVALID_SOCIAL_TOKEN -> 401;
            case HUMAN_CHECK_REQUIRED, PASSWORD_CHANGE_REQUIRED, EMAIL_CODE_REQUIRED, SOCIAL_PROOF_TOO_OLD -> 403;
            case LOGIN_LINK_OFF, PASSKEYS_OFF, SOCIAL_LOGIN_OFF -> 404;
            case SOCIAL_ACCOUNT_NOT_LINKED -> 409;
            case THROTTLED -> 429;
            case BUSY, UNAVAILABLE -> 503; // UNAVAILABLE: another site is down
            default -> 400; // such as INVALID_INPUT, MALFORMED_CODE, INVALID_LINK
        };
    }
    // end: outcome

    @ParameterizedTest
    @EnumSource(
            names = {
                "INVALID_INPUT",
                "INVALID_CREDENTIALS",
                "INVALID_CODE",
                "INVALID_LINK",
                "INVALID_SECOND_FACTOR",
                "INVALID_PASSKEY",
                "INVALID_SOCIAL_TOKEN",
                "INVALID_STATE",
                "EMAIL_CODE_REQUIRED",
                "PASSWORD_CHANGE_REQUIRED",
                "HUMAN_CHECK_REQUIRED",
                "SOCIAL_EMAIL_NOT_VERIFIED",
                "SOCIAL_EMAIL_MISSING",
                "SOCIAL_ACCOUNT_NOT_LINKED",
                "TERMS_REQUIRED",
                "SOCIAL_PROOF_TOO_OLD",
                "LOGIN_LINK_OFF",
                "PASSKEYS_OFF",
                "SOCIAL_LOGIN_OFF",
                "THROTTLED",
                "BUSY",
                "UNAVAILABLE"
            })
    void a_refused_sign_in_gets_the_status_of_the_endpoints(Refusal why) throws IOException {
        String errors =
                Files.readString(BuildFolder.root().resolve("docs/http.md")).split("\n## Errors\n")[1];
        String status = Stream.of(errors.split("\n- "))
                .skip(1) // what stands above the list
                .filter(line -> line.contains("`" + why.code() + "`"))
                .map(line -> line.substring(0, 3))
                .findFirst()
                .orElseThrow();
        assertThat(signedIn(Outcome.refused(why))).startsWith(status + " ");
    }

    @ParameterizedTest
    @EnumSource(names = {"MALFORMED_CODE", "DEVICE_REQUIRED"})
    void a_sign_in_with_a_wrong_field_is_a_bad_request(Refusal why) {
        assertThat(signedIn(Outcome.refused(why))).startsWith("400 ");
    }

    @Test
    void a_code_signs_its_receiver_in() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            String challengeId = requestCode(kit.auth());
            String code = kit.deliver().emails().lastCode(EMAIL);
            assertThat(enterCode(kit.auth(), challengeId, code)).isInstanceOf(Outcome.Done.class);
            assertThat(enterCode(kit.auth(), challengeId, code))
                    .as("once")
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
    }

    private static String requestCode(Auth auth) {
        // region: code-request
        Outcome<CodeLogin.Sent> result =
                auth.codes().request(new CodeLogin.Request(CodeIdentifier.email(EMAIL), Channel.EMAIL, ADDRESS));
        // refused: THROTTLED, HUMAN_CHECK_REQUIRED, INVALID_INPUT
        String challengeId = result.orElseThrow().challengeId(); // an unknown address gets one, too
        // end: code-request
        return challengeId;
    }

    private static Outcome<SignIn> enterCode(Auth auth, String challengeId, String code) {
        // region: code-verify
        Outcome<SignIn> result = auth.codes()
                .verify(new CodeLogin.Attempt(
                        CodeIdentifier.email(EMAIL), challengeId, Secret.of(code), ClientInfo.web(ADDRESS)));
        // refused: INVALID_CODE, MALFORMED_CODE, THROTTLED, INVALID_INPUT
        // end: code-verify
        return result;
    }

    @Test
    void a_link_signs_in_the_client_that_asked_for_it() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            Auth auth = kit.auth();
            // region: link-request
            Outcome<LinkLogin.Sent> asked = auth.linkLogin().request(new LinkLogin.Request(EMAIL, ADDRESS));
            // refused: THROTTLED, HUMAN_CHECK_REQUIRED, INVALID_INPUT, LOGIN_LINK_OFF
            String requestId = asked.orElseThrow().requestId(); // the client keeps it: the link needs it
            // end: link-request
            kit.deliver();
            String token = kit.emails().lastLink(EMAIL).token();
            // region: link-confirm
            LinkLogin.Attempt.Proof proof = new LinkLogin.Attempt.Proof.Token(Secret.of(token)); // or Proof.Code
            Outcome<SignIn> result =
                    auth.linkLogin().confirm(new LinkLogin.Attempt(requestId, proof, ClientInfo.web(ADDRESS)));
            // refused: INVALID_LINK (for Proof.Code: INVALID_CODE, MALFORMED_CODE), THROTTLED
            // end: link-confirm
            assertThat(result).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void sessions_are_authenticated_refreshed_listed_and_ended() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            SignIn first = kit.signIn(EMAIL, PASSWORD);
            SignIn second = kit.signIn(EMAIL, PASSWORD);
            Auth auth = kit.auth();
            String accessToken = first.tokens().access().reveal();
            Secret refreshToken = first.tokens().refresh();
            // region: sessions
            Caller caller = auth.sessions().authenticate(accessToken).orElseThrow(); // empty: answer 401

            Outcome<TokenPair> renewed = auth.sessions().refresh(refreshToken);
            // done: use the new refresh token from now on; refused: INVALID_TOKEN, THROTTLED

            List<SessionView> open = auth.sessions().list(caller);
            int ended = auth.sessions().endOthers(caller); // "sign out everywhere else"
            // end: sessions
            assertThat(renewed).isInstanceOf(Outcome.Done.class);
            assertThat(open).hasSize(2);
            assertThat(ended).isOne();
            assertThat(auth.sessions().refresh(second.tokens().refresh()))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
            auth.sessions().logout(caller);
            assertThat(auth.sessions().list(caller)).isEmpty();
        }
    }

    @Test
    void a_password_is_reset_and_changed() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            Auth auth = kit.auth();
            kit.clock().advance(Duration.ofMinutes(5));
            // region: reset
            Outcome<Boolean> asked =
                    auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, EMAIL, ADDRESS));
            // done: true, for an unknown address, too
            // refused: INVALID_INPUT, HUMAN_CHECK_REQUIRED, THROTTLED
            // end: reset
            assertThat(asked).isEqualTo(Outcome.done(true));
            SentLink link = kit.deliver().emails().lastLink(EMAIL);
            String uid = link.uid();
            String token = link.token();
            // region: reset-confirm
            Outcome<PasswordSet> reset =
                    auth.passwords().confirmReset(new LinkProof(uid, Secret.of(token)), Secret.of(NEW_PASSWORD));
            // done: every session is ended; refused: INVALID_INPUT (the policy), INVALID_LINK, THROTTLED, BUSY
            // end: reset-confirm
            assertThat(reset).isInstanceOf(Outcome.Done.class);
            SignIn signIn = kit.signIn(EMAIL, NEW_PASSWORD);
            Caller caller = auth.sessions()
                    .authenticate(signIn.tokens().access().reveal())
                    .orElseThrow();
            Secret present = Secret.of(NEW_PASSWORD);
            Secret next = Secret.of(PASSWORD);
            // region: change-password
            Outcome<PasswordSet> changed = auth.passwords().change(caller, present, next);
            // ends all sessions but the caller's
            // end: change-password
            assertThat(changed).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void an_address_is_changed_after_a_step_up_and_the_account_deleted() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            Auth auth = kit.auth();
            SignIn signIn = kit.signIn(EMAIL, PASSWORD);
            kit.clock().advance(Duration.ofMinutes(20));
            Caller caller = caller(auth, auth.sessions().refresh(signIn.tokens().refresh()));
            // region: step-up
            if (!auth.stepUp().isRecent(caller)) {
                Outcome<StepUp.Proven> proven = auth.stepUp().byPassword(caller, Secret.of(PASSWORD));
                Secret access = proven.orElseThrow().access(); // with a new auth_time
                caller = auth.sessions().authenticate(access.reveal()).orElseThrow();
            }
            // end: step-up
            assertThat(auth.stepUp().isRecent(caller)).isTrue();
            // region: change-email
            Outcome<OwnAccount.Changed> change =
                    auth.ownAccount().update(caller, AccountChange.NONE.withEmail("ana@other.example"));
            // done: a code goes to the new address; confirmChange replaces the old address
            String challengeId = change.orElseThrow().pending().get(0).challengeId();
            // end: change-email
            assertThat(change).isInstanceOf(Outcome.Done.class);
            String code = kit.deliver().emails().lastCode("ana@other.example");
            // region: confirm-change
            Outcome<OwnAccount.Changed> confirmed =
                    auth.ownAccount().confirmChange(caller, new ChangeProof(challengeId, Secret.of(code)));
            // end: confirm-change
            assertThat(confirmed).isInstanceOf(Outcome.Done.class);
            // region: delete
            Outcome<UserId> deleted = auth.ownAccount().delete(caller, new DeletionProof.Password(Secret.of(PASSWORD)));
            // end: delete
            assertThat(deleted).isInstanceOf(Outcome.Done.class);
        }
    }

    private static Caller caller(Auth auth, Outcome<TokenPair> result) {
        return auth.sessions()
                .authenticate(result.orElseThrow().access().reveal())
                .orElseThrow();
    }

    @Test
    void profiles_are_created_and_switched() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            Auth auth = kit.auth();
            SignIn signIn = kit.signIn(EMAIL, PASSWORD);
            Caller caller = auth.sessions()
                    .authenticate(signIn.tokens().access().reveal())
                    .orElseThrow();
            // region: profiles
            Outcome<ProfileInfo> result = auth.profiles()
                    .create(caller, new Profiles.Draft(new Person("Ana", "Ruiz", null, null, null), "at work"));
            ProfileInfo work = result.orElseThrow();
            Outcome<SignIn> switched = auth.login().switchProfile(caller, work.id(), ClientInfo.web(ADDRESS));
            // after a recent proof; done: only a new access token
            // end: profiles
            assertThat(switched.orElseThrow().active().id()).isEqualTo(work.id());
            assertThat(auth.profiles().get(caller, work.id())).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void expired_rows_are_removed_and_codes_counted() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            kit.member(EMAIL, PASSWORD);
            Auth auth = kit.auth();
            requestCode(auth);
            CodeStatistics statistics = auth.upkeep().statistics(Duration.ofDays(7));
            CleanUpReport removed = auth.upkeep().cleanUp(Retention.standard());
            assertThat(statistics.byChannel()).containsKey(Channel.EMAIL);
            assertThat(removed.removed().values()).allMatch(rows -> rows == 0);
        }
    }
}
