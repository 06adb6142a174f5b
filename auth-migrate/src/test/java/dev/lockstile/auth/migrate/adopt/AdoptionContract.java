package dev.lockstile.auth.migrate.adopt;

import static dev.lockstile.auth.migrate.support.MovingHouse.login;
import static dev.lockstile.auth.migrate.support.MovingHouse.signsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.AccountRefusal;
import dev.lockstile.auth.account.ChangeProof;
import dev.lockstile.auth.account.ChangeResult;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.account.ResetRequestResult;
import dev.lockstile.auth.login.LoginRefusal;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.migrate.ImportOptions;
import dev.lockstile.auth.migrate.Newcomers;
import dev.lockstile.auth.migrate.preset.JbDrfAuthPreset;
import dev.lockstile.auth.migrate.report.ImportReport;
import dev.lockstile.auth.migrate.report.State;
import dev.lockstile.auth.migrate.source.SourceUnusableException;
import dev.lockstile.auth.migrate.support.Importing;
import dev.lockstile.auth.migrate.support.JpaHost;
import dev.lockstile.auth.migrate.support.MovingHouse;
import dev.lockstile.auth.migrate.support.SmallLegacy;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.otp.CodeRequestResult;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People who come over at their first sign-in, and strangers who want something of it. Each test has its own people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdoptionContract {

    private static final String WORD = "old-harbour-4417";
    private static final String HASH = "'pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM='";

    private final SmallLegacy legacy = new SmallLegacy();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean down;
    private String challenge = "";
    private JpaHost host;
    private MovingHouse house;
    private Newcomers newcomers;
    private Auth auth;

    abstract JpaHost openHost();

    @BeforeAll
    void move_in() {
        host = openHost();
        house = new MovingHouse(host.store());
        newcomers = new Newcomers(house.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        auth = house.node(builder -> builder.legacy(adoption()));
    }

    @AfterAll
    void leave() {
        host.close();
    }

    private Adoption adoption() {
        JdbcDirectory database = JdbcDirectory.of(legacy.database(), "old");
        LegacyDirectory watched = question -> {
            questions.incrementAndGet();
            if (down) {
                throw new SourceUnusableException("down");
            }
            return database.ask(question);
        };
        return new Adoption(newcomers, watched, house.passwords().hasher(), house.clock);
    }

    private void person(long id, String... changes) {
        List<String> all = new ArrayList<>(List.of("password", HASH));
        all.addAll(List.of(changes));
        legacy.user(id, all.toArray(String[]::new)).profile(id, id, "first_name", "'Ana'");
    }

    private static String email(long id) {
        return "user" + id + "@example.com";
    }

    private long here(long id) {
        return host.count("select count(*) from auth_legacy_link where entity = 'users' and legacy_id = '" + id + "'");
    }

    @Test
    void the_old_password_opens_the_account_here_from_the_first_time_on() {
        person(1, "email", "'  User1@Example.com'");
        assertThat(signsIn(auth, email(1), WORD)).isTrue();
        assertThat(here(1)).isOne();
        assertThat(host.rows("select p.first_name from auth_profile p join auth_user u on u.id = p.user_id"
                        + " where lower(u.email) = 'user1@example.com'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("first_name", "Ana"));
        int before = questions.get();
        assertThat(signsIn(auth, "user1", WORD)).as("by the other name").isTrue();
        assertThat(questions).as("who is here is not asked about").hasValue(before);
    }

    @Test
    void a_wrong_password_brings_nobody_in_and_says_what_a_stranger_hears() {
        person(2);
        LoginResult wrong = login(auth, email(2), "another-harbour-1");
        assertThat(wrong).isEqualTo(new LoginResult.Refused(LoginRefusal.INVALID_CREDENTIALS));
        assertThat(login(auth, "nobody@example.com", WORD)).isEqualTo(wrong);
        assertThat(here(2)).isZero();
    }

    @Test
    void of_twenty_first_sign_ins_at_once_all_get_in_and_one_account_is_made() throws Exception {
        person(3, "phone", "'+525512340003'");
        assertThat(atOnce(20, () -> signsIn(auth, email(3), WORD))).containsOnly(true);
        assertThat(here(3)).isOne();
        assertThat(host.count("select count(*) from auth_user where email = 'user3@example.com'"))
                .isOne();
        assertThat(host.count("select count(*) from auth_profile p join auth_user u on u.id = p.user_id"
                        + " where u.email = 'user3@example.com'"))
                .isOne();
    }

    @Test
    void a_code_to_the_old_number_brings_its_owner_in_once_it_is_used() {
        person(4, "phone", "'+52 (55) 1234-0004'");
        CodeIdentifier phone = CodeIdentifier.phone("+525512340004");
        assertThat(MovingHouse.requestCode(auth, phone)).isInstanceOf(CodeRequestResult.Sent.class);
        assertThat(here(4)).as("asking writes nothing: anybody may ask").isZero();
        MovingHouse.deliver(auth);
        String code = house.sms.lastCode("+525512340004");
        assertThat(MovingHouse.enterCode(auth, phone, code)).isInstanceOf(CodeLoginResult.SignedIn.class);
        assertThat(here(4)).isOne();
        assertThat(signsIn(auth, email(4), WORD)).as("the rest came along").isTrue();
    }

    @Test
    void a_code_to_the_old_address_brings_its_owner_in() {
        person(5);
        assertThat(house.signInByCode(auth, CodeIdentifier.email(email(5))))
                .isInstanceOf(CodeLoginResult.SignedIn.class);
        assertThat(here(5)).isOne();
    }

    @Test
    void a_link_for_a_new_password_brings_its_reader_in_and_nobody_before() {
        person(6);
        SentLink link = resetLink(6);
        assertThat(here(6)).isZero();
        LinkProof proof = new LinkProof(link.uid(), Secret.of(link.token()));
        assertThat(auth.passwords().confirmReset(proof, Secret.of("fresh-harbour-2231")))
                .isInstanceOf(PasswordResult.Changed.class);
        assertThat(signsIn(auth, email(6), "fresh-harbour-2231")).isTrue();
        assertThat(signsIn(auth, email(6), WORD)).isFalse();
        assertThat(auth.passwords().confirmReset(proof, Secret.of("third-harbour-2231")))
                .as("once")
                .isInstanceOf(PasswordResult.Refused.class);
    }

    private SentLink resetLink(long id) {
        house.clock.advance(Duration.ofMinutes(2));
        ResetRequest request = new ResetRequest(IdentifierKind.EMAIL, email(id), null);
        assertThat(auth.passwords().requestReset(request)).isInstanceOf(ResetRequestResult.Accepted.class);
        MovingHouse.deliver(auth);
        return house.email.lastLink(email(id));
    }

    @Test
    void an_outage_there_is_try_again_and_never_a_wrong_password() {
        person(7);
        Auth node = house.node(builder -> builder.legacy(adoption()));
        down = true;
        try {
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> login(node, email(7), WORD)).isInstanceOf(StoreUnavailableException.class);
            }
            assertThatThrownBy(() -> MovingHouse.requestCode(node, CodeIdentifier.email(email(7))))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> node.accounts().register(registration(email(7))))
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            down = false;
        }
        assertThatThrownBy(() -> login(node, email(7), WORD))
                .as("left in peace for a moment")
                .isInstanceOf(StoreUnavailableException.class);
        house.clock.advance(Duration.ofSeconds(11));
        assertThat(signsIn(node, email(7), WORD)).isTrue();
    }

    @Test
    void an_outage_there_stops_nobody_who_is_here_and_does_not_tell_who_that_is() {
        person(8);
        assertThat(signsIn(auth, email(8), WORD)).isTrue();
        down = true;
        try {
            Auth node = house.node(builder -> builder.legacy(adoption()));
            assertThat(signsIn(node, email(8), WORD)).isTrue();
            assertThat(house.signInByCode(node, CodeIdentifier.email(email(8))))
                    .isInstanceOf(CodeLoginResult.SignedIn.class);
            assertThatThrownBy(() -> login(node, email(8), "another-harbour-1"))
                    .as("as a stranger hears")
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            down = false;
        }
    }

    @Test
    void who_was_deleted_here_does_not_come_back() {
        person(9);
        assertThat(signsIn(auth, email(9), WORD)).isTrue();
        UserId user = newcomers.userOf("users", "9").orElseThrow();
        auth.admin().delete(user);
        assertThat(signsIn(auth, email(9), WORD)).isFalse();
        assertThat(house.email.messages()).isNotNull();
        int before = house.email.messages().size();
        MovingHouse.requestCode(auth, CodeIdentifier.email(email(9)));
        MovingHouse.deliver(auth);
        assertThat(house.email.messages()).as("no code").hasSize(before);
        assertThat(host.count("select count(*) from auth_user where email = 'user9@example.com'"))
                .isOne();
    }

    @Test
    void who_asked_to_be_forgotten_never_comes() {
        person(10);
        assertThat(newcomers.forget("users", "10")).isTrue();
        assertThat(newcomers.forget("users", "10")).isFalse();
        assertThat(signsIn(auth, email(10), WORD)).isFalse();
    }

    @Test
    void who_may_not_act_there_is_nobody() {
        person(11, "deleted", "timestamp with time zone '2024-01-01 00:00:00+00'");
        person(12, "is_active", "false");
        assertThat(signsIn(auth, email(11), WORD)).isFalse();
        assertThat(signsIn(auth, email(12), WORD)).isFalse();
        assertThat(here(11) + here(12)).isZero();
    }

    @Test
    void who_was_never_verified_there_needs_a_code_and_loses_the_password_with_it() {
        person(13, "is_verified", "false");
        assertThat(signsIn(auth, email(13), WORD)).isFalse();
        assertThat(here(13)).isZero();
        assertThat(house.signInByCode(auth, CodeIdentifier.email(email(13))))
                .isInstanceOf(CodeLoginResult.SignedIn.class);
        assertThat(signsIn(auth, email(13), WORD)).as("it may be a stranger's").isFalse();
    }

    @Test
    void a_stranger_cannot_register_on_the_address_of_somebody_who_has_not_come_over() {
        person(14);
        auth.accounts().register(registration(email(14)));
        MovingHouse.deliver(auth);
        assertThat(house.email.last(email(14)).text()).as("a notice, no link").doesNotContain("token=");
        assertThat(host.count("select count(*) from auth_user where email = 'user14@example.com'"))
                .isZero();
        assertThat(signsIn(auth, email(14), WORD)).isTrue();
        assertThat(signsIn(auth, email(14), "strangers-word-7731")).isFalse();
    }

    @Test
    void a_stranger_cannot_take_the_user_name_of_somebody_who_has_not_come_over() {
        person(20, "username", "'eve20'");
        auth.accounts().register(registration("stranger20@example.com", "eve20"));
        MovingHouse.deliver(auth);
        SentLink link = house.email.lastLink("stranger20@example.com");
        assertThat(auth.accounts().confirmEmail(new LinkProof(link.uid(), Secret.of(link.token()))))
                .isInstanceOf(ProofResult.Proven.class);
        assertThat(signsIn(auth, "stranger20@example.com", "strangers-word-7731"))
                .isTrue();
        assertThat(signsIn(auth, "eve20", "strangers-word-7731")).isFalse();
        assertThat(signsIn(auth, "eve20", WORD)).isTrue();
    }

    @Test
    void a_registration_from_before_gives_way_to_the_owner_there() {
        Auth before = house.node(builder -> builder);
        before.accounts().register(registration(email(15)));
        MovingHouse.deliver(before);
        SentLink link = house.email.lastLink(email(15));
        person(15);
        assertThat(auth.accounts().confirmEmail(new LinkProof(link.uid(), Secret.of(link.token()))))
                .isInstanceOf(ProofResult.InvalidLink.class);
        assertThat(signsIn(auth, email(15), "strangers-word-7731")).isFalse();
        assertThat(signsIn(auth, email(15), WORD)).isTrue();
    }

    @Test
    void an_address_of_somebody_there_cannot_be_taken_by_a_change() {
        person(41);
        person(42);
        Caller asker = caller(41);
        ChangeResult asked = auth.ownAccount().update(asker, AccountChange.NONE.withEmail(email(42)));
        assertThat(asked)
                .as("the answer for a free address")
                .isInstanceOfSatisfying(
                        ChangeResult.Changed.class,
                        changed -> assertThat(changed.pending()).hasSize(1));
        MovingHouse.deliver(auth);
        assertThat(house.email.messages())
                .filteredOn(message -> message.to().equals(email(42)))
                .as("the notice that a registration would give, and no code")
                .singleElement()
                .satisfies(message -> assertThat(message.text()).doesNotContainPattern("\\b\\d{6}\\b"));
        assertThat(signsIn(auth, email(42), WORD))
                .as("the owner still comes over")
                .isTrue();
    }

    @Test
    void a_user_name_of_somebody_there_cannot_be_taken_by_a_change() {
        person(43);
        person(44);
        Caller asker = caller(43);
        assertThat(auth.ownAccount().update(asker, AccountChange.NONE.withUsername("user44")))
                .isEqualTo(new ChangeResult.Refused(AccountRefusal.USERNAME_TAKEN));
        assertThat(auth.ownAccount().update(asker, AccountChange.NONE.withUsername("nobody44")))
                .isInstanceOf(ChangeResult.Changed.class);
        assertThat(signsIn(auth, "user44", WORD)).isTrue();
    }

    @Test
    void an_address_that_somebody_there_gets_meanwhile_is_not_taken_from_them() {
        person(45);
        Caller asker = caller(45);
        String code = askedCode(asker, "late46@example.com");
        person(46, "email", "'late46@example.com'");
        assertThat(auth.ownAccount().confirmChange(asker, new ChangeProof(challenge, Secret.of(code))))
                .isEqualTo(new ChangeResult.Refused(AccountRefusal.INVALID_CODE));
        assertThat(signsIn(auth, "late46@example.com", WORD)).isTrue();
    }

    @Test
    void a_change_during_an_outage_is_try_again_and_the_code_stays_good() {
        person(47);
        Caller asker = caller(47);
        String code = askedCode(asker, "new47@example.com");
        ChangeProof proof = new ChangeProof(challenge, Secret.of(code));
        down = true;
        try {
            assertThatThrownBy(() -> auth.ownAccount().confirmChange(asker, proof))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(
                            () -> auth.ownAccount().update(asker, AccountChange.NONE.withEmail("other47@example.com")))
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            down = false;
        }
        assertThat(auth.ownAccount().confirmChange(asker, proof)).isInstanceOf(ChangeResult.Changed.class);
    }

    private Caller caller(long id) {
        LoginResult.SignedIn in = (LoginResult.SignedIn) login(auth, email(id), WORD);
        return auth.sessions()
                .authenticate(in.signIn().tokens().access().reveal())
                .orElseThrow();
    }

    private String askedCode(Caller asker, String address) {
        ChangeResult asked = auth.ownAccount().update(asker, AccountChange.NONE.withEmail(address));
        challenge = ((ChangeResult.Changed) asked).pending().get(0).challengeId();
        MovingHouse.deliver(auth);
        return house.email.lastCode(address);
    }

    @Test
    void of_two_old_accounts_with_one_address_the_one_that_keeps_it_comes() {
        person(16, "email", "'Twin@example.com'", "date_joined", "timestamp with time zone '2021-01-01 00:00:00+00'");
        person(17, "email", "'twin@example.com'", "is_verified", "false", "password", "'!x'");
        assertThat(signsIn(auth, "twin@example.com", WORD)).isTrue();
        assertThat(here(16)).isOne();
        assertThat(here(17)).isZero();
    }

    @Test
    void an_old_user_name_that_goes_to_another_is_not_taken_by_coming_first() {
        person(18, "username", "'Bob'", "created", "timestamp with time zone '2018-01-01 00:00:00+00'");
        person(19, "username", "'bob'");
        assertThat(signsIn(auth, email(19), WORD)).isTrue();
        assertThat(signsIn(auth, "bob", WORD)).isTrue();
        assertThat(here(18)).as("bob is the older one").isOne();
    }

    @Test
    void an_import_leaves_alone_who_came_over_and_one_at_the_same_time_makes_no_second_account() throws Exception {
        SmallLegacy other = new SmallLegacy();
        for (int i = 1; i <= 30; i++) {
            other.user(100 + i, "password", HASH).profile(100 + i, 100 + i);
        }
        ImportOptions named = ImportOptions.defaults().withSystem("other").withBatchSize(5);
        Newcomers there = new Newcomers(house.target(), JbDrfAuthPreset.discovering(), named);
        Auth node = house.node(builder -> builder.legacy(new Adoption(
                there,
                JdbcDirectory.of(other.database(), "other"),
                house.passwords().hasher(),
                house.clock)));
        AtomicInteger next = new AtomicInteger(100);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            work.add(() -> signsIn(node, email(next.incrementAndGet()), WORD));
        }
        work.add(
                10,
                () -> new Importing(host.store())
                                .run(other.source(), named)
                                .people()
                                .read()
                        == 30);
        assertThat(atOnce(work)).containsOnly(true);
        assertThat(host.count("select count(*) from auth_legacy_link where source_system = 'other' and entity ="
                        + " 'users'"))
                .isEqualTo(30);
        ImportReport again = new Importing(host.store()).run(other.source(), named);
        assertThat(again.people().in(State.UNCHANGED)).isEqualTo(30);
    }

    @Test
    void what_no_name_can_be_asks_nobody_anything_harmful() {
        for (String name : List.of("' or 1=1 --", "%", "_", "x".repeat(400), "\u0000", "a@b.c' or 'x'='x")) {
            assertThat(signsIn(auth, name, WORD)).as(name).isFalse();
        }
    }

    private static Registration registration(String email) {
        return registration(email, null);
    }

    private static Registration registration(String email, @Nullable String username) {
        return new Registration(
                new Registration.Wishes(email, null, username),
                Secret.of("strangers-word-7731"),
                Person.UNKNOWN,
                true,
                new Registration.RegistrationClient("en", "192.0.2.9"));
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(Collections.nCopies(times, work));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(16, work.size()));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work, 120, TimeUnit.SECONDS)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
