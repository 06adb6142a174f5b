package dev.lockstile.auth.migrate.back;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.migrate.support.JpaHost;
import dev.lockstile.auth.migrate.support.MovingHouse;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.UserStore;
import dev.lockstile.auth.testkit.SentLink;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing that changes here is lost on its way to the old system, whatever falls over. Each test has its own people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WayBackContract {

    private static final String WORD = "new-harbour-4417";

    private ListeningOldSystem old = new ListeningOldSystem();
    private JpaHost host;
    private MovingHouse house;
    private JpaAuthStore store;
    private WayBack wayBack;
    private Auth auth;
    private int people;

    abstract JpaHost openHost();

    @BeforeAll
    void move_in() {
        host = openHost().migrate("way-back-host.xml");
        store = JpaAuthStore.of(host.entities());
    }

    @AfterAll
    void leave() {
        host.close();
    }

    @BeforeEach
    void connect() {
        host.execute("delete from auth_way_back_note", "delete from auth_way_back_turn");
        old = new ListeningOldSystem();
        house = new MovingHouse(store);
        wayBack = node();
        auth = house.node(wayBack.store(), builder -> builder);
    }

    private WayBack node() {
        return WayBack.to(old, store, host.entities()).with(house.clock).with(WayBackSettings.STANDARD.withTries(3));
    }

    private String register() {
        String email = "way" + ++people + "@example.com";
        auth.accounts()
                .register(new Registration(
                        new Registration.Wishes(email, null, null),
                        Secret.of(WORD),
                        new Person("Ana", "Luz", null, null, null),
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.9")));
        return email;
    }

    private String person() {
        String email = register();
        MovingHouse.deliver(auth);
        SentLink link = house.email.lastLink(email);
        auth.accounts().confirmEmail(new LinkProof(link.uid(), Secret.of(link.token())));
        return email;
    }

    private UserId user(String email) {
        return auth.userId(host.rows("select id from auth_user where email = '" + email + "'")
                        .get(0)
                        .get("id"))
                .orElseThrow();
    }

    private UserId personSentBefore() {
        UserId user = user(person());
        wayBack.sendDue();
        return user;
    }

    private void afterAWhile() {
        house.clock.advance(Duration.ofHours(2));
    }

    @Test
    void a_registration_goes_out_once_the_address_is_proven() {
        String email = register();
        assertThat(wayBack.sendDue()).isOne();
        assertThat(old.told).as("whose address it is, nobody knows").isEmpty();

        MovingHouse.deliver(auth);
        SentLink link = house.email.lastLink(email);
        auth.accounts().confirmEmail(new LinkProof(link.uid(), Secret.of(link.token())));
        wayBack.sendDue();
        assertThat(old.told).singleElement().satisfies(state -> {
            assertThat(state.owned(IdentifierKind.EMAIL)).isEqualTo(email);
            assertThat(state.person().firstName()).isEqualTo("Ana");
            assertThat(state.legacyId()).isNull();
        });
        assertThat(wayBack.figures()).isEqualTo(new WayBackFigures(0, 0));
        assertThat(host.count("select count(*) from auth_legacy_link where entity = 'users' and legacy_id = 'old-"
                        + user(email) + "'"))
                .as("no import takes the new row there for a stranger's")
                .isOne();
    }

    @Test
    void a_change_and_its_note_are_one_transaction() {
        UserId user = personSentBefore();
        AuthStore noting = wayBack.store();
        assertThatThrownBy(() -> noting.alone(tx -> {
                    tx.users().setActive(user, false, house.clock.instant());
                    throw new IllegalStateException("the flow falls over");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(wayBack.figures().waiting()).isZero();
        noting.alone(tx -> tx.users().setActive(user, false, house.clock.instant()));
        assertThat(wayBack.figures().waiting()).isOne();
    }

    @Test
    void a_call_that_changes_nothing_leaves_no_note() {
        UserId user = personSentBefore();
        Secret other = Secret.of("$argon2id$other");
        wayBack.store().alone(tx -> {
            tx.users().recordLogin(user, house.clock.instant());
            tx.users().upgradePassword(user, other, other);
            return tx.users().changePassword(user, other, house.clock.instant().minusSeconds(1), house.clock.instant());
        });
        assertThat(wayBack.figures().waiting()).isZero();
    }

    @Test
    void signing_in_by_password_is_no_change() {
        String email = person();
        wayBack.sendDue();
        assertThat(MovingHouse.signsIn(auth, email, WORD)).isTrue();
        assertThat(wayBack.figures().waiting()).isZero();
    }

    @Test
    void who_is_killed_before_telling_loses_nothing() {
        UserId user = personSentBefore();
        auth.admin().disable(user);
        old.before = person -> {
            throw new OutOfMemoryError("killed");
        };
        assertThatThrownBy(wayBack::sendDue).isInstanceOf(OutOfMemoryError.class);
        old.before = person -> {};

        WayBack other = node();
        assertThat(other.sendDue()).as("the turn is still taken").isZero();
        afterAWhile();
        assertThat(other.sendDue()).isOne();
        assertThat(old.of(user))
                .last()
                .satisfies(state -> assertThat(state.isClosed()).isTrue());
        assertThat(other.figures().waiting()).isZero();
    }

    @Test
    void who_is_killed_after_telling_tells_again_with_a_higher_number() {
        UserId user = personSentBefore();
        auth.admin().disable(user);
        OldSystem dying = new OldSystem() {
            @Override
            public String system() {
                return old.system();
            }

            @Override
            public Delivery put(PersonState person) throws OldSystemDownException {
                old.put(person);
                throw new OutOfMemoryError("killed");
            }
        };
        WayBack killed = WayBack.to(dying, store, host.entities()).with(house.clock);
        assertThatThrownBy(killed::sendDue).isInstanceOf(OutOfMemoryError.class);
        afterAWhile();
        wayBack.sendDue();
        List<PersonState> states = old.of(user);
        assertThat(states).hasSize(3);
        assertThat(states.get(2).number()).isGreaterThan(states.get(1).number());
        assertThat(states.get(2).changes()).isEqualTo(states.get(1).changes());
    }

    @Test
    void what_changes_while_a_state_is_on_its_way_goes_out_next() {
        UserId user = personSentBefore();
        auth.admin().disable(user);
        old.before = person -> {
            old.before = again -> {};
            auth.admin().enable(user);
        };
        wayBack.sendDue();
        wayBack.sendDue();
        assertThat(old.of(user)).extracting(PersonState::isClosed).containsExactly(false, true, false);
        assertThat(wayBack.figures().waiting()).isZero();
    }

    @Test
    void many_changes_of_a_person_go_out_as_the_last_state() {
        UserId user = personSentBefore();
        for (int i = 0; i < 3; i++) {
            auth.admin().disable(user);
            auth.admin().enable(user);
        }
        wayBack.sendDue();
        assertThat(old.of(user))
                .hasSize(2)
                .last()
                .satisfies(state -> assertThat(state.isClosed()).isFalse());
    }

    @Test
    void senders_at_once_send_each_person_once() throws Exception {
        for (int i = 0; i < 12; i++) {
            person();
        }
        WayBack other = node();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = List.of(wayBack::sendDue, other::sendDue);
            int dealtWith = 0;
            for (Future<Integer> one : pool.invokeAll(both, 60, TimeUnit.SECONDS)) {
                dealtWith += one.get();
            }
            assertThat(dealtWith).isEqualTo(12);
        } finally {
            pool.shutdownNow();
        }
        assertThat(old.told)
                .extracting(PersonState::user)
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void an_outage_stops_nobody_here_and_parks_nobody() {
        String email = person();
        old.down = true;
        for (int i = 0; i < 6; i++) {
            assertThat(wayBack.sendDue()).isZero();
            assertThat(MovingHouse.signsIn(auth, email, WORD)).isTrue();
            afterAWhile();
        }
        assertThat(wayBack.figures()).isEqualTo(new WayBackFigures(1, 0));
        old.down = false;
        wayBack.sendDue();
        assertThat(old.of(user(email))).hasSize(1);
    }

    @Test
    void who_fails_again_and_again_is_parked_and_the_others_go_on() {
        UserId bad = user(person());
        UserId good = user(person());
        old.before = person -> {
            if (person.user().equals(bad)) {
                throw new IllegalStateException("value of a row: secret@example.com");
            }
        };
        for (int i = 0; i < 5; i++) {
            wayBack.sendDue();
            afterAWhile();
        }
        assertThat(old.of(good)).hasSize(1);
        assertThat(wayBack.parked(10)).singleElement().satisfies(parked -> {
            assertThat(parked.user()).isEqualTo(bad);
            assertThat(parked.reason()).isEqualTo("IllegalStateException");
        });
        assertThat(wayBack.figures()).isEqualTo(new WayBackFigures(0, 1));

        old.before = person -> {};
        assertThat(wayBack.retry(bad)).isTrue();
        assertThat(wayBack.retry(good)).isFalse();
        wayBack.sendDue();
        assertThat(old.of(bad)).hasSize(1);
        assertThat(wayBack.parked(10)).isEmpty();
    }

    @Test
    void all_who_are_parked_for_one_reason_or_any_go_out_again() {
        UserId one = user(person());
        UserId other = user(person());
        old.refuse = true;
        wayBack.sendDue();
        assertThat(wayBack.figures()).isEqualTo(new WayBackFigures(0, 2));
        assertThat(wayBack.retryAll("another reason")).isZero();
        assertThat(wayBack.retryAll("no")).isEqualTo(2);
        assertThat(wayBack.retryAll("no")).isZero();
        assertThat(wayBack.figures()).isEqualTo(new WayBackFigures(2, 0));
        wayBack.sendDue();
        assertThat(wayBack.retryAll()).isEqualTo(2);
        old.refuse = false;
        wayBack.sendDue();
        assertThat(old.of(one)).isNotEmpty();
        assertThat(old.of(other)).isNotEmpty();
        assertThat(wayBack.figures()).isEqualTo(new WayBackFigures(0, 0));
    }

    @Test
    void a_failure_is_tried_again_after_a_pause_that_grows() {
        UserId user = user(person());
        List<Long> numbers = new ArrayList<>();
        old.before = person -> {
            numbers.add(person.number());
            throw new IllegalStateException();
        };
        wayBack.sendDue();
        house.clock.advance(Duration.ofSeconds(9));
        wayBack.sendDue();
        assertThat(numbers).hasSize(1);
        house.clock.advance(Duration.ofSeconds(1));
        wayBack.sendDue();
        assertThat(numbers).hasSize(2);
        house.clock.advance(Duration.ofSeconds(19));
        wayBack.sendDue();
        assertThat(numbers).hasSize(2);
        assertThat(old.of(user)).isEmpty();
    }

    @Test
    void what_a_host_changes_itself_is_noted_by_the_host() {
        UserId user = personSentBefore();
        wayBack.note(user, Change.IDENTITY);
        wayBack.sendDue();
        assertThat(old.of(user)).hasSize(2);
    }

    @Test
    void a_ban_of_somebody_who_is_parked_waits_for_nobody() {
        UserId user = user(person());
        old.refuse = true;
        wayBack.sendDue();
        house.clock.advance(Duration.ofSeconds(1));
        wayBack.note(user, Change.IDENTITY);
        assertThat(wayBack.sendDue()).as("parked").isZero();
        auth.admin().disable(user);
        assertThat(wayBack.sendDue()).isOne();
        assertThat(old.of(user))
                .last()
                .satisfies(state -> assertThat(state.isClosed()).isTrue());
        assertThat(wayBack.sendDue()).as("parked again").isZero();
        assertThat(wayBack.figures()).isEqualTo(new WayBackFigures(0, 1));
    }

    @Test
    void who_is_told_to_stop_sends_nobody_more() {
        person();
        person();
        assertThat(wayBack.sendDue(() -> !old.told.isEmpty())).isOne();
        assertThat(old.told).hasSize(1);
    }

    @Test
    void a_thread_of_its_own_goes_on_after_an_error() throws Exception {
        UserId user = user(person());
        CountDownLatch told = new CountDownLatch(1);
        old.before = person -> {
            old.before = again -> told.countDown();
            house.clock.advance(Duration.ofHours(2));
            throw new StackOverflowError("once");
        };
        try (WayBackSender sender = wayBack.start(Duration.ofMillis(20))) {
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(old.of(user)).hasSize(1);
    }

    @Test
    void a_thread_of_its_own_sends_until_it_is_closed() throws Exception {
        UserId user = user(person());
        CountDownLatch told = new CountDownLatch(1);
        old.before = person -> told.countDown();
        try (WayBackSender sender = wayBack.start(Duration.ofMillis(20))) {
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(old.of(user)).hasSize(1);
    }

    @Test
    void of_every_verb_of_the_store_it_is_known_whether_it_changes_somebody() {
        assertThat(verbs(UserStore.class))
                .containsExactlyInAnyOrderElementsOf(both(Noting.USERS.keySet(), Noting.SILENT_USERS));
        assertThat(verbs(ProfileStore.class))
                .containsExactlyInAnyOrderElementsOf(both(Noting.PROFILES.keySet(), Noting.SILENT_PROFILES));
    }

    private static List<String> both(Set<String> noted, Set<String> silent) {
        return Stream.concat(noted.stream(), silent.stream()).toList();
    }

    private static Stream<String> verbs(Class<?> store) {
        return Arrays.stream(store.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .distinct();
    }
}
