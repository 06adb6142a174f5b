package dev.lockstile.auth.cutover.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.writeback.LegacySystem.DownException;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Crashes, outages and states that fail again and again. */
abstract class WriteBackTroubleCases extends WriteBackCase {

    @Test
    void who_is_killed_before_telling_loses_nothing() {
        UserId user = personSentBefore();
        auth.admin().disable(user);
        old.before = person -> {
            throw new OutOfMemoryError("killed");
        };
        assertThatThrownBy(writeBack::sendDue).isInstanceOf(OutOfMemoryError.class);
        old.before = person -> {};

        WriteBack other = node();
        assertThat(other.sendDue()).as("the turn is still taken").isZero();
        afterAWhile();
        assertThat(other.sendDue()).isOne();
        assertThat(old.of(user))
                .last()
                .satisfies(state -> assertThat(state.isClosed()).isTrue());
        assertThat(other.figures().pending()).isZero();
    }

    @Test
    void who_is_killed_after_telling_tells_again_with_a_higher_number() {
        UserId user = personSentBefore();
        auth.admin().disable(user);
        LegacySystem dying = new LegacySystem() {
            @Override
            public String system() {
                return old.system();
            }

            @Override
            public LegacySystem.Delivery put(UserState person) throws DownException {
                old.put(person);
                throw new OutOfMemoryError("killed");
            }
        };
        WriteBack killed = WriteBack.to(dying, store, host.entities(), IdentifierRules.standard())
                .with(app.clock);
        assertThatThrownBy(killed::sendDue).isInstanceOf(OutOfMemoryError.class);
        afterAWhile();
        writeBack.sendDue();
        List<UserState> states = old.of(user);
        assertThat(states).hasSize(3);
        assertThat(states.get(2).number()).isGreaterThan(states.get(1).number());
        assertThat(states.get(2).changes()).isEqualTo(states.get(1).changes());
    }

    @Test
    void a_sender_that_was_held_up_longer_than_its_lease_leaves_the_notes_to_the_next_one() {
        UserId user = personSentBefore();
        auth.admin().disable(user);
        WriteBack next = WriteBack.to(
                        new LegacySystem() {
                            @Override
                            public String system() {
                                return old.system();
                            }

                            @Override
                            public LegacySystem.Delivery put(UserState person) throws DownException {
                                throw new DownException("down");
                            }
                        },
                        store,
                        host.entities(),
                        IdentifierRules.standard())
                .with(app.clock);
        old.before = person -> {
            afterAWhile();
            next.sendDue();
        };
        writeBack.sendDue();
        old.before = person -> {};
        assertThat(writeBack.figures().pending()).as("its turn was another's").isOne();
        afterAWhile();
        writeBack.sendDue();
        assertThat(writeBack.figures().pending()).isZero();
        assertThat(old.of(user))
                .last()
                .satisfies(state -> assertThat(state.isClosed()).isTrue());
    }

    @Test
    void an_outage_stops_nobody_here_and_parks_nobody() {
        String email = person();
        old.down = true;
        for (int i = 0; i < 6; i++) {
            assertThat(writeBack.sendDue()).isZero();
            assertThat(MigrationFixture.signsIn(auth, email, WORD)).isTrue();
            afterAWhile();
        }
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(1, 0));
        old.down = false;
        writeBack.sendDue();
        assertThat(old.of(user(email))).hasSize(1);
    }

    @Test
    void a_user_who_fails_repeatedly_becomes_a_dead_letter_and_the_others_go_on() {
        UserId bad = user(person());
        UserId good = user(person());
        old.before = person -> {
            if (person.user().equals(bad)) {
                throw new IllegalStateException("value of a row: secret@example.com");
            }
        };
        for (int i = 0; i < 5; i++) {
            writeBack.sendDue();
            afterAWhile();
        }
        assertThat(old.of(good)).hasSize(1);
        assertThat(writeBack.deadLetters(10)).singleElement().satisfies(letter -> {
            assertThat(letter.user()).isEqualTo(bad);
            assertThat(letter.reason()).isEqualTo("IllegalStateException");
        });
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 1));

        old.before = person -> {};
        assertThat(writeBack.retry(bad)).isTrue();
        assertThat(writeBack.retry(good)).isFalse();
        writeBack.sendDue();
        assertThat(old.of(bad)).hasSize(1);
        assertThat(writeBack.deadLetters(10)).isEmpty();
    }

    @Test
    void dead_letters_of_one_reason_or_of_all_are_sent_again() {
        UserId one = user(person());
        UserId other = user(person());
        old.refuse = true;
        writeBack.sendDue();
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 2));
        assertThat(writeBack.retryAll("another reason")).isZero();
        assertThat(writeBack.retryAll("no")).isEqualTo(2);
        assertThat(writeBack.retryAll("no")).isZero();
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(2, 0));
        writeBack.sendDue();
        assertThat(writeBack.retryAll()).isEqualTo(2);
        old.refuse = false;
        writeBack.sendDue();
        assertThat(old.of(one)).isNotEmpty();
        assertThat(old.of(other)).isNotEmpty();
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 0));
    }

    @Test
    void a_failure_is_tried_again_after_a_pause_that_grows() {
        UserId user = user(person());
        List<Long> numbers = new ArrayList<>();
        old.before = person -> {
            numbers.add(person.number());
            throw new IllegalStateException();
        };
        writeBack.sendDue();
        app.clock.advance(Duration.ofSeconds(9));
        writeBack.sendDue();
        assertThat(numbers).hasSize(1);
        app.clock.advance(Duration.ofSeconds(1));
        writeBack.sendDue();
        assertThat(numbers).hasSize(2);
        app.clock.advance(Duration.ofSeconds(19));
        writeBack.sendDue();
        assertThat(numbers).hasSize(2);
        assertThat(old.of(user)).isEmpty();
    }

    @Test
    void the_disabling_of_a_user_with_a_dead_letter_is_sent_at_once() {
        UserId user = user(person());
        old.refuse = true;
        writeBack.sendDue();
        app.clock.advance(Duration.ofSeconds(1));
        writeBack.note(user, UserState.Change.IDENTITY);
        assertThat(writeBack.sendDue()).as("dead letter").isZero();
        auth.admin().disable(user);
        assertThat(writeBack.sendDue()).isOne();
        assertThat(old.of(user))
                .last()
                .satisfies(state -> assertThat(state.isClosed()).isTrue());
        assertThat(writeBack.sendDue()).as("dead letter again").isZero();
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 1));
    }

    @Test
    void a_new_password_of_a_user_with_a_dead_letter_is_sent_at_once() {
        UserId user = user(person());
        old.refuse = true;
        writeBack.sendDue();
        app.clock.advance(Duration.ofSeconds(1));
        writeBack.note(user, UserState.Change.IDENTITY);
        assertThat(writeBack.sendDue()).as("dead letter").isZero();
        old.refuse = false;
        app.clock.advance(Duration.ofSeconds(1));
        writeBack.note(user, UserState.Change.PASSWORD);
        assertThat(writeBack.sendDue()).isOne();
        assertThat(old.of(user)).hasSize(2);
        assertThat(writeBack.figures()).isEqualTo(new WriteBackFigures(0, 0));
    }

    @Test
    void a_thread_of_its_own_goes_on_after_an_error() throws Exception {
        UserId user = user(person());
        CountDownLatch told = new CountDownLatch(1);
        old.before = person -> {
            old.before = again -> told.countDown();
            app.clock.advance(Duration.ofHours(2));
            throw new StackOverflowError("once");
        };
        try (WriteBackSender sender = writeBack.start(Duration.ofMillis(20))) {
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(old.of(user)).hasSize(1);
    }
}
