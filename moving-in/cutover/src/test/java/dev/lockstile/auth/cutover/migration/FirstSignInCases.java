package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.login;
import static dev.lockstile.auth.imports.support.MigrationFixture.signsIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.SignIn;
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
import org.junit.jupiter.api.Test;

/** People who come over at their first sign-in with a password, and who does not. */
abstract class FirstSignInCases extends JustInTimeMigrationCase {

    @Test
    void the_old_password_opens_the_account_here_from_the_first_time_on() {
        person(1, "email", "'  User1@Example.com'");
        assertThat(signsIn(auth, email(1), WORD)).isTrue();
        assertThat(here(1)).isOne();
        assertThat(host.rows("select p.first_name from auth_profile p join auth_user u on u.id = p.user_id"
                        + " where lower(u.email) = 'user1@example.com'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("first_name", "Ana"));
        int before = fixture.questions.get();
        assertThat(signsIn(auth, "user1", WORD)).as("by the other name").isTrue();
        assertThat(fixture.questions).as("who is here is not asked about").hasValue(before);
    }

    @Test
    void a_wrong_password_brings_nobody_in_and_says_what_a_stranger_hears() {
        person(2);
        Outcome<SignIn> wrong = login(auth, email(2), "another-harbour-1");
        assertThat(wrong).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
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
    void who_was_deleted_here_does_not_come_back() {
        person(9);
        assertThat(signsIn(auth, email(9), WORD)).isTrue();
        UserId user = personImport.userOf("users", "9").orElseThrow();
        auth.admin().delete(user);
        assertThat(signsIn(auth, email(9), WORD)).isFalse();
        MigrationFixture.deliver(auth); // what other tests have left
        assertThat(app.email.messages()).isNotNull();
        int before = app.email.messages().size();
        MigrationFixture.requestCode(auth, CodeIdentifier.email(email(9)));
        MigrationFixture.deliver(auth);
        assertThat(app.email.messages()).as("no code").hasSize(before);
        assertThat(host.count("select count(*) from auth_user where email = 'user9@example.com'"))
                .isOne();
    }

    @Test
    void who_asked_to_be_forgotten_never_comes() {
        person(10);
        assertThat(personImport.forget("users", "10")).isTrue();
        assertThat(personImport.forget("users", "10")).isFalse();
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
    void an_import_leaves_alone_who_came_over_and_one_at_the_same_time_makes_no_second_account() throws Exception {
        SmallLegacy other = new SmallLegacy();
        for (int i = 1; i <= 30; i++) {
            other.user(100 + i, "password", JustInTimeMigrationFixture.HASH).profile(100 + i, 100 + i);
        }
        ImportOptions named = ImportOptions.defaults().withSystem("other").withBatchSize(5);
        PersonImport there = new PersonImport(app.target(), JbDrfAuthPreset.discovering(), named);
        Auth node = app.node(builder -> builder.legacy(new JustInTimeMigration(
                there,
                JdbcDirectory.of(other.database(), "other", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock)));
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
