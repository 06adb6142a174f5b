package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.signsIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of people who have not come over: strangers want them, and two of them share one. */
abstract class LegacyNameCases extends JustInTimeMigrationCase {

    @Test
    void a_stranger_cannot_register_on_the_address_of_somebody_who_has_not_come_over() {
        person(14);
        auth.registrations().register(registration(email(14)));
        MigrationFixture.deliver(auth);
        assertThat(app.email.last(email(14)).text()).as("a notice, no link").doesNotContain("token=");
        assertThat(host.count("select count(*) from auth_user where email = 'user14@example.com'"))
                .isZero();
        assertThat(signsIn(auth, email(14), WORD)).isTrue();
        assertThat(signsIn(auth, email(14), "strangers-word-7731")).isFalse();
    }

    @Test
    void a_stranger_cannot_take_the_user_name_of_somebody_who_has_not_come_over() {
        person(20, "username", "'eve20'");
        auth.registrations().register(registration("stranger20@example.com", "eve20"));
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink("stranger20@example.com");
        assertThat(auth.registrations()
                        .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                                .withPassword(Secret.of("strangers-word-7731"))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(signsIn(auth, "stranger20@example.com", "strangers-word-7731"))
                .isTrue();
        assertThat(signsIn(auth, "eve20", "strangers-word-7731")).isFalse();
        assertThat(signsIn(auth, "eve20", WORD)).isTrue();
    }

    @Test
    void a_registration_from_before_gives_way_to_the_owner_there() {
        Auth before = app.node(builder -> builder);
        before.registrations().register(registration(email(15)));
        MigrationFixture.deliver(before);
        SentLink link = app.email.lastLink(email(15));
        person(15);
        assertThat(auth.registrations().confirmEmail(new LinkProof(link.uid(), Secret.of(link.token()))))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        assertThat(signsIn(auth, email(15), "strangers-word-7731")).isFalse();
        assertThat(signsIn(auth, email(15), WORD)).isTrue();
    }

    @Test
    void an_address_of_somebody_there_cannot_be_taken_by_a_change() {
        person(41);
        person(42);
        Caller asker = caller(41);
        Outcome<OwnAccount.Changed> asked = auth.ownAccount().update(asker, AccountChange.NONE.withEmail(email(42)));
        assertThat(asked)
                .as("the answer for a free address")
                .extracting(Outcome::orElseThrow)
                .satisfies(changed -> assertThat(changed.pending()).hasSize(1));
        MigrationFixture.deliver(auth);
        assertThat(app.email.messages())
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
                .isEqualTo(Outcome.refused(Refusal.USERNAME_TAKEN));
        assertThat(auth.ownAccount().update(asker, AccountChange.NONE.withUsername("nobody44")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(signsIn(auth, "user44", WORD)).isTrue();
    }

    @Test
    void an_address_that_somebody_there_gets_meanwhile_is_not_taken_from_them() {
        person(45);
        Caller asker = caller(45);
        ChangeProof proof = asked(asker, "late46@example.com");
        person(46, "email", "'late46@example.com'");
        assertThat(auth.ownAccount().confirmChange(asker, proof)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(signsIn(auth, "late46@example.com", WORD)).isTrue();
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
    void what_no_name_can_be_asks_nobody_anything_harmful() {
        for (String name : List.of("' or 1=1 --", "%", "_", "x".repeat(400), "\u0000", "a@b.c' or 'x'='x")) {
            assertThat(signsIn(auth, name, WORD)).as(name).isFalse();
        }
    }
}
