package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every state of an account at every way in and every sensitive step (ASVS 6.3.4, 6.3.8): what is refused, and that
 * from outside no state can be told from another, nor from no account.
 */
abstract class AccountStateContract extends ThrottledContract {

    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Profiles.Draft DRAFT = new Profiles.Draft(Person.UNKNOWN, "another");

    /** For those who extend it. */
    protected AccountStateContract() {}

    private enum State {
        NOBODY,
        ORDINARY,
        UNPROVEN,
        PAUSED,
        DISABLED,
        DELETED,
        WITHOUT_PASSWORD;

        String address() {
            return name().toLowerCase(Locale.ROOT) + "@acme.example";
        }

        boolean isThere() {
            return this == ORDINARY || this == PAUSED || this == WITHOUT_PASSWORD;
        }
    }

    @Test
    void from_outside_no_state_of_an_account_can_be_told_from_nobody() {
        Map<String, String> ofNobody = answersTo(State.NOBODY);
        for (State state : EnumSet.complementOf(EnumSet.of(State.NOBODY))) {
            make(state);
            assertThat(answersTo(state)).as(state.name()).isEqualTo(ofNobody);
        }
    }

    @Test
    void codes_and_links_go_to_nobody_who_is_unproven_disabled_or_deleted() {
        for (State state : State.values()) {
            make(state);
            pass(Duration.ofMinutes(2));
            int before = fixture.deliver().postbox.to(state.address()).size();
            answersTo(state);
            boolean reached = fixture.deliver().postbox.to(state.address()).stream()
                    .skip(before)
                    .findAny()
                    .isPresent();
            assertThat(reached).as(state.name()).isEqualTo(state.isThere());
        }
    }

    /** What any client may ask for, with a wrong secret. */
    private Map<String, String> answersTo(State state) {
        String address = state.address();
        CodeIdentifier identifier = CodeIdentifier.email(address);
        String place = place(200 + state.ordinal());
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("password", login(address, WRONG, place).toString());
        answers.put("code", asked(request(identifier, place)));
        answers.put("wrong code", fixture.enterCode(identifier, "00000000").toString());
        answers.put(
                "reset",
                fixture.auth
                        .passwords()
                        .requestReset(new ResetRequest(IdentifierKind.EMAIL, address, place))
                        .toString());
        answers.put("code again", asked(request(identifier, place)));
        return answers;
    }

    /** The answer without its random part. */
    private static String asked(Outcome<CodeLogin.Sent> result) {
        return result instanceof Outcome.Done<CodeLogin.Sent> sent
                ? "sent by " + sent.value().channel() + " " + sent.value().userExists()
                : result.toString();
    }

    @Test
    void a_right_password_is_answered_like_a_wrong_one_in_every_state_but_the_ordinary() {
        for (State state : List.of(State.UNPROVEN, State.PAUSED, State.DISABLED, State.DELETED)) {
            make(state);
            String place = place(300 + state.ordinal());
            assertThat(login(state.address(), FlowFixture.PASSWORD, place))
                    .as(state.name())
                    .isEqualTo(login("nobody-at-all@acme.example", FlowFixture.PASSWORD, place));
        }
        make(State.ORDINARY);
        assertThat(login(State.ORDINARY.address(), FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_session_of_a_disabled_or_deleted_person_does_nothing_any_more() {
        for (State state : List.of(State.DISABLED, State.DELETED)) {
            fixture.member(state.address());
            SignIn held = fixture.signedIn(state.address());
            Caller caller = fixture.caller(held);
            ChangeProof pending = pending(caller, "new-" + state.address());
            measure(state, held.user().id());
            assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
            steps(caller, pending)
                    .forEach((step, answer) ->
                            assertThat(answer).as(state + " " + step).contains("SESSION_ENDED"));
        }
    }

    private ChangeProof pending(Caller caller, String address) {
        Outcome<OwnAccount.Changed> asked =
                fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail(address));
        String challenge = asked.orElseThrow().pending().get(0).challengeId();
        return new ChangeProof(challenge, Secret.of(fixture.codeTo(address)));
    }

    /** Every step that wants a session, each with a secret that would be right. */
    private Map<String, String> steps(Caller caller, ChangeProof proof) {
        Secret password = Secret.of(FlowFixture.PASSWORD);
        Auth auth = fixture.auth;
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("me", auth.ownAccount().me(caller).isRefused(Refusal.SESSION_ENDED) ? "SESSION_ENDED" : "shown");
        answers.put("password", text(auth.passwords().change(caller, password, NEXT)));
        answers.put("prove by password", text(auth.stepUp().byPassword(caller, password)));
        answers.put("ask for a code", text(auth.stepUp().requestCode(caller, Channel.EMAIL, HOME)));
        answers.put("prove by code", text(auth.stepUp().byCode(caller, "none", NEXT)));
        answers.put("e-mail", ask(caller, AccountChange.NONE.withEmail("other@acme.example")));
        answers.put("phone", ask(caller, AccountChange.NONE.withPhone("+525512345678")));
        answers.put("user name", ask(caller, AccountChange.NONE.withUsername("another")));
        answers.put("confirm", text(auth.ownAccount().confirmChange(caller, proof)));
        answers.put("delete", text(auth.ownAccount().delete(caller, new DeletionProof.Password(password))));
        answers.putAll(steps(auth.profiles(), caller, caller.profile()));
        answers.put("switch", text(auth.login().switchProfile(caller, caller.profile(), FlowFixture.WEB)));
        return answers;
    }

    private static Map<String, String> steps(Profiles profiles, Caller caller, ProfileId own) {
        return Map.of(
                "profile", text(profiles.get(caller, own)),
                "new profile", text(profiles.create(caller, DRAFT)),
                "describe", text(profiles.update(caller, own, now -> DRAFT)),
                "upload", text(profiles.admitPicture(caller, own)),
                "picture", text(profiles.setPicture(caller, own, "a.png")),
                "default", text(profiles.makeDefault(caller, own)),
                "drop", text(profiles.delete(caller, own)));
    }

    private static String text(Object answer) {
        return answer.toString();
    }

    private String ask(Caller caller, AccountChange change) {
        return fixture.auth.ownAccount().update(caller, change).toString();
    }

    @Test
    void a_pause_leaves_the_session_and_the_reset_as_they_are() {
        String address = State.PAUSED.address();
        fixture.member(address);
        SignIn held = FlowFixture.signIn(login(address, FlowFixture.PASSWORD, HOME));
        pause(address);
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh())).isInstanceOf(Outcome.Done.class);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, address, place(400)));
        assertThat(fixture.auth.passwords().confirmReset(fixture.linkTo(address), NEXT))
                .isInstanceOf(Outcome.Done.class);
        assertThat(login(address, NEXT.reveal(), place(401))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void who_came_without_a_password_signs_in_by_code_and_proves_by_no_password() {
        make(State.WITHOUT_PASSWORD);
        CodeIdentifier identifier = CodeIdentifier.email(State.WITHOUT_PASSWORD.address());
        request(identifier, HOME);
        Outcome<SignIn> in = fixture.enterCode(identifier, fixture.codeTo(identifier.text()));
        Caller caller = fixture.caller(in.orElseThrow());
        assertThat(fixture.auth.stepUp().byPassword(caller, Secret.of("")))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(fixture.auth.ownAccount().delete(caller, new DeletionProof.Password(Secret.of(""))))
                .isEqualTo(Outcome.refused(Refusal.WRONG_PASSWORD));
    }

    private void make(State state) {
        switch (state) {
            case NOBODY -> pass(Duration.ZERO);
            case UNPROVEN ->
                fixture.auth.registrations().register(FlowFixture.registration(state.address(), null, null));
            case WITHOUT_PASSWORD -> fixture.people.imported(state.address(), "!", true);
            case ORDINARY, PAUSED, DISABLED, DELETED -> fixture.member(state.address());
        }
        if (state == State.PAUSED) {
            pause(state.address());
        } else if (state == State.DISABLED || state == State.DELETED) {
            measure(state, fixture.signedIn(state.address()).user().id());
        }
    }

    private void pause(String address) {
        for (int i = 0; i < 5; i++) {
            login(address, WRONG, place(100 + i));
        }
    }

    private void measure(State state, UserId user) {
        boolean done = state == State.DELETED
                ? fixture.auth.admin().delete(user)
                : fixture.auth.admin().disable(user);
        assertThat(done).isTrue();
    }
}
