package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.MAX_ATTEMPTS;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.code;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.liveKey;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.CodeStore.NewCode;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One-time codes: one live at a time, worth nothing once used, ended, expired or guessed at too often. */
abstract class CodeStoreContract extends StoreContract {

    private static final Instant SOON = after(Duration.ofMinutes(1));
    private static final Instant EXPIRY = after(Duration.ofMinutes(10));

    /** For those who extend it. */
    protected CodeStoreContract() {}

    @Test
    @Tag("columns")
    void usable_codes_of_a_purpose_are_listed_by_their_end() {
        for (int n = 1; n <= 3; n++) {
            Instant until = after(Duration.ofMinutes(10 - n));
            CodeState.Binding binding =
                    new CodeState.Binding("c" + n, CodePurpose.INVITATION, Channel.EMAIL, "r" + n, null);
            CodeState state = new CodeState(binding, "d" + n, 0, 1, new CodeState.Times(T0, until, null, null));
            int key = n;
            change(tx -> tx.codes().replace(new NewCode(state, "ana@acme.example", "l" + key)));
        }
        change(tx -> tx.codes().use("c2", SOON));
        assertThat(opened(SOON, 9)).containsExactly("c3", "c1");
        assertThat(opened(SOON, 1)).containsExactly("c3");
        assertThat(opened(after(Duration.ofMinutes(7)), 9)).containsExactly("c1");
        assertThat(opened(after(Duration.ofMinutes(9)), 9)).isEmpty();
    }

    private List<String> opened(Instant now, int max) {
        return read(tx -> tx.codes().open(CodePurpose.INVITATION, max, now).stream()
                .map(code -> code.state().binding().challengeId())
                .toList());
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_code_comes_back_as_added() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        CodeState.Binding binding =
                new CodeState.Binding("c".repeat(64), CodePurpose.CONFIRM_CHANGE, Channel.SMS, "r".repeat(64), ana);
        CodeState.Times times = new CodeState.Times(FINE, FINE.plus(Duration.ofMinutes(5)), null, null);
        CodeState state = new CodeState(binding, "d".repeat(120), 0, 3, times);
        change(tx -> tx.codes().replace(new NewCode(state, "+525512345678", "l".repeat(80))));

        StoredCode expected = new StoredCode(state, "+525512345678");
        assertThat(find(tx -> tx.codes().byChallenge(binding.challengeId()))).contains(expected);
        assertThat(find(tx -> tx.codes().live("l".repeat(80)))).contains(expected);
        assertThat(find(tx -> tx.codes().latest(CodePurpose.CONFIRM_CHANGE, binding.recipientKey())))
                .contains(expected);
    }

    @ParameterizedTest
    @MethodSource("purposes")
    void a_code_for_nobody_in_particular_may_be_for_any_purpose(CodePurpose purpose) {
        NewCode plain = code("c1", "ana", T0);
        CodeState.Binding binding =
                new CodeState.Binding("c1", purpose, Channel.EMAIL, email("ana").key(), null);
        CodeState state =
                new CodeState(binding, "digest", 0, MAX_ATTEMPTS, plain.state().times());
        change(tx -> tx.codes().replace(new NewCode(state, plain.recipient(), "key")));
        assertThat(found("c1")).isEqualTo(new StoredCode(state, plain.recipient()));
    }

    static List<CodePurpose> purposes() {
        return List.of(
                CodePurpose.LOGIN,
                CodePurpose.CONFIRM_EMAIL,
                CodePurpose.RESET_PASSWORD,
                CodePurpose.CONFIRM_CHANGE,
                CodePurpose.STEP_UP,
                CodePurpose.LOGIN_LINK,
                CodePurpose.ofHost("p".repeat(26)));
    }

    @Test
    void the_latest_code_is_told_apart_by_purposes_of_the_host() {
        for (String name : List.of("pick-up", "pay", "login")) {
            NewCode plain = code("c-" + name, "ana", T0);
            CodeState.Binding binding = new CodeState.Binding(
                    "c-" + name,
                    CodePurpose.ofHost(name),
                    Channel.EMAIL,
                    email("ana").key(),
                    null);
            CodeState state = new CodeState(
                    binding, "digest", 0, MAX_ATTEMPTS, plain.state().times());
            change(tx -> tx.codes().replace(new NewCode(state, plain.recipient(), "key-" + name)));
        }
        String ana = email("ana").key();
        assertThat(find(tx -> tx.codes().latest(CodePurpose.ofHost("pay"), ana)))
                .hasValueSatisfying(
                        code -> assertThat(code.state().binding().challengeId()).isEqualTo("c-pay"));
        assertThat(find(tx -> tx.codes().latest(CodePurpose.LOGIN, ana))).isEmpty();
        assertThat(find(tx -> tx.codes().latest(CodePurpose.ofHost("paying"), ana)))
                .isEmpty();
    }

    @Test
    @Tag("columns")
    void nothing_is_found_where_nothing_is() {
        assertThat(find(tx -> tx.codes().byChallenge("c\u0000"))).isEmpty();
        assertThat(find(tx -> tx.codes().byChallenge("nothing"))).isEmpty();
        assertThat(find(tx -> tx.codes().byChallenge(""))).isEmpty();
        assertThat(find(tx -> tx.codes().byChallenge("x".repeat(5000)))).isEmpty();
        assertThat(find(tx -> tx.codes().live("nothing"))).isEmpty();
        assertThat(find(tx -> tx.codes().latest(CodePurpose.LOGIN, "nothing"))).isEmpty();
        assertThat(done(tx -> tx.codes().spendAttempt("nothing", T0))).isFalse();
        assertThat(done(tx -> tx.codes().use("nothing", T0))).isFalse();
    }

    @Test
    void a_newer_code_ends_the_older_under_the_same_key() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        change(tx -> tx.codes().replace(code("c2", "ana", SOON)));
        assertThat(live("ana")).contains("c2");
        assertThat(found("c1").state().times().endedAt()).isEqualTo(SOON);
        assertThat(found("c2").state().times().endedAt()).isNull();
        assertThat(done(tx -> tx.codes().spendAttempt("c1", SOON))).isFalse();
        assertThat(done(tx -> tx.codes().use("c1", SOON))).isFalse();
        assertThat(done(tx -> tx.codes().use("c2", SOON))).isTrue();
    }

    @Test
    void a_code_too_young_to_be_replaced_stays_and_the_next_is_refused() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThatThrownBy(() -> change(tx -> tx.codes().replace(unlessAfter("c2", T0.minusNanos(1000)))))
                .isInstanceOf(KeyTakenException.class);
        assertThat(live("ana")).contains("c1");
        assertThat(find(tx -> tx.codes().byChallenge("c2"))).isEmpty();

        change(tx -> tx.codes().replace(unlessAfter("c2", T0)));
        assertThat(live("ana")).contains("c2");
    }

    @Test
    void a_code_that_is_used_makes_room_however_young_it_is() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        change(tx -> tx.codes().use("c1", T0));
        change(tx -> tx.codes().replace(unlessAfter("c2", T0.minusSeconds(60))));
        assertThat(live("ana")).contains("c2");
    }

    @Test
    void a_code_under_another_key_stays_live() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        change(tx -> tx.codes().replace(code("c2", "bea", T0)));
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).isPresent();
        assertThat(find(tx -> tx.codes().live(liveKey("bea")))).isPresent();
    }

    @Test
    @Tag("transactions")
    void a_challenge_id_is_given_once() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThatThrownBy(() -> change(tx -> tx.codes().replace(code("c1", "bea", T0))))
                .isInstanceOf(KeyTakenException.class);
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).isPresent();
        assertThat(find(tx -> tx.codes().live(liveKey("bea")))).isEmpty();
    }

    @Test
    @Tag("transactions")
    void a_replacement_that_is_rolled_back_leaves_the_older_code_live() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThatThrownBy(() -> change(tx -> {
                    tx.codes().replace(code("c2", "ana", SOON));
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(live("ana")).contains("c1");
        assertThat(find(tx -> tx.codes().byChallenge("c2"))).isEmpty();
    }

    @Test
    void the_latest_code_is_the_one_sent_last_whatever_became_of_it() {
        change(tx -> tx.codes().replace(code("c1", "ana", SOON)));
        change(tx -> tx.codes().use("c1", SOON));
        change(tx -> tx.codes().replace(code("c2", "ana", T0)));
        assertThat(find(tx -> tx.codes().latest(CodePurpose.LOGIN, email("ana").key()))
                        .map(CodeStoreContract::challenge))
                .contains("c1");
        assertThat(find(tx -> tx.codes()
                        .latest(CodePurpose.RESET_PASSWORD, email("ana").key())))
                .isEmpty();
        assertThat(find(tx -> tx.codes().latest(CodePurpose.LOGIN, email("bea").key())))
                .isEmpty();
    }

    @Test
    void attempts_are_counted_up_to_the_limit_and_no_further() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        for (int spent = 1; spent <= MAX_ATTEMPTS; spent++) {
            assertThat(done(tx -> tx.codes().spendAttempt("c1", SOON))).isTrue();
            assertThat(found("c1").state().attempts()).isEqualTo(spent);
        }
        assertThat(done(tx -> tx.codes().spendAttempt("c1", SOON))).isFalse();
        assertThat(found("c1").state().attempts()).isEqualTo(MAX_ATTEMPTS);
    }

    @Test
    void attempts_that_are_kept_for_another_way_are_not_spent() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        for (int spent = 0; spent < MAX_ATTEMPTS - 1; spent++) {
            assertThat(done(tx -> tx.codes().spendAttempt("c1", 1, SOON))).isTrue();
        }
        assertThat(done(tx -> tx.codes().spendAttempt("c1", 1, SOON))).isFalse();
        assertThat(done(tx -> tx.codes().spendAttempt("c1", 0, SOON))).isTrue();
    }

    @Test
    @Tag("columns")
    void a_spent_attempt_is_given_back_once_and_never_below_none() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThat(done(tx -> tx.codes().returnAttempt("c1", SOON))).isFalse();
        change(tx -> tx.codes().spendAttempt("c1", SOON));
        int given = ParallelRun.winners(8, number -> done(tx -> tx.codes().returnAttempt("c1", SOON)));
        assertThat(given).isEqualTo(1);
        assertThat(found("c1").state().attempts()).isZero();
        change(tx -> tx.codes().spendAttempt("c1", SOON));
        change(tx -> tx.codes().use("c1", SOON));
        assertThat(done(tx -> tx.codes().returnAttempt("c1", SOON))).isFalse();
    }

    @Test
    void the_last_attempt_may_still_use_the_code() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        for (int spent = 0; spent < MAX_ATTEMPTS; spent++) {
            change(tx -> tx.codes().spendAttempt("c1", SOON));
        }
        assertThat(done(tx -> tx.codes().use("c1", SOON))).isTrue();
    }

    @Test
    void a_code_is_used_once() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThat(done(tx -> tx.codes().use("c1", SOON))).isTrue();
        assertThat(found("c1").state().times().usedAt()).isEqualTo(SOON);
        assertThat(done(tx -> tx.codes().use("c1", SOON))).isFalse();
        assertThat(done(tx -> tx.codes().spendAttempt("c1", SOON))).isFalse();
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).isEmpty();
    }

    @Test
    void a_used_code_makes_room_and_is_not_ended_by_the_next() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        change(tx -> tx.codes().use("c1", SOON));
        change(tx -> tx.codes().replace(code("c2", "ana", SOON)));
        assertThat(found("c1").state().times().endedAt()).isNull();
        assertThat(live("ana")).contains("c2");
    }

    @Test
    void a_code_is_worth_nothing_from_its_last_instant_on() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThat(done(tx -> tx.codes().spendAttempt("c1", EXPIRY))).isFalse();
        assertThat(done(tx -> tx.codes().use("c1", EXPIRY))).isFalse();
        assertThat(done(tx -> tx.codes().spendAttempt("c1", EXPIRY.minusNanos(1000))))
                .isTrue();
        assertThat(done(tx -> tx.codes().use("c1", EXPIRY.minusNanos(1000)))).isTrue();
    }

    @Test
    void an_expired_code_is_found_live_and_makes_room_for_the_next() {
        change(tx -> tx.codes().replace(code("c1", "ana", T0)));
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).isPresent();
        change(tx -> tx.codes().replace(code("c2", "ana", EXPIRY.plusSeconds(1))));
        assertThat(live("ana")).contains("c2");
    }

    @Test
    @Tag("keys")
    void the_open_codes_of_one_user_end_together() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        UserId bea = write(tx -> tx.users().insert(user("bea")));
        change(tx -> {
            tx.codes().replace(code("c1", "ana", T0, ana));
            tx.codes().replace(code("c2", "ana.new", T0, ana));
            tx.codes().replace(code("c3", "ana.old", T0, ana));
            tx.codes().use("c3", SOON);
            tx.codes().replace(code("c4", "bea", T0, bea));
            tx.codes().replace(code("c5", "carla", T0));
        });
        assertThat(count(tx -> tx.codes().endAll(ana, SOON))).isEqualTo(2);
        assertThat(found("c1").state().times().endedAt()).isEqualTo(SOON);
        assertThat(found("c3").state().times().endedAt()).isNull();
        assertThat(find(tx -> tx.codes().live(liveKey("ana")))).isEmpty();
        assertThat(done(tx -> tx.codes().use("c2", SOON))).isFalse();
        assertThat(done(tx -> tx.codes().use("c4", SOON))).isTrue();
        assertThat(done(tx -> tx.codes().use("c5", SOON))).isTrue();
        assertThat(count(tx -> tx.codes().endAll(ana, SOON))).isZero();
    }

    @Test
    void the_link_of_a_notice_stays_where_other_codes_end() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        CodeState.Binding binding = new CodeState.Binding("c1", CodePurpose.SIGN_IN_NOTICE, Channel.EMAIL, "r1", ana);
        CodeState state = new CodeState(binding, "d1", 0, 1, new CodeState.Times(T0, EXPIRY, null, null));
        change(tx -> tx.codes().replace(new NewCode(state, "ana@acme.example", "l1")));
        assertThat(count(tx -> tx.codes().endAll(ana, SOON))).isZero();
        assertThat(count(tx -> tx.codes().endAllTo("r1", SOON))).isZero();
        assertThat(done(tx -> tx.codes().use("c1", SOON))).isTrue();
    }

    private static NewCode unlessAfter(String challengeId, Instant replaceable) {
        NewCode code = code(challengeId, "ana", SOON);
        return new NewCode(code.state(), code.recipient(), code.liveKey(), replaceable);
    }

    private Optional<String> live(String name) {
        return find(tx -> tx.codes().live(liveKey(name))).map(CodeStoreContract::challenge);
    }

    private StoredCode found(String challengeId) {
        return read(tx -> tx.codes().byChallenge(challengeId)).orElseThrow();
    }

    private static String challenge(StoredCode code) {
        return code.state().binding().challengeId();
    }
}
