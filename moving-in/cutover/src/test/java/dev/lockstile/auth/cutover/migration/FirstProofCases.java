package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.signsIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People who come over by a code or a link to an old address or number. */
abstract class FirstProofCases extends JustInTimeMigrationCase {

    @Test
    void a_code_to_the_old_number_brings_its_owner_in_once_it_is_used() {
        person(4, "phone", "'+52 (55) 1234-0004'", "is_verified", "false");
        CodeIdentifier phone = CodeIdentifier.phone("+525512340004");
        assertThat(MigrationFixture.requestCode(auth, phone)).isInstanceOf(Outcome.Done.class);
        assertThat(here(4)).as("asking writes nothing: anybody may ask").isZero();
        MigrationFixture.deliver(auth);
        String code = app.sms.lastCode("+525512340004");
        assertThat(MigrationFixture.enterCode(auth, phone, code)).isInstanceOf(Outcome.Done.class);
        assertThat(here(4)).isOne();
        assertThat(signsIn(auth, email(4), WORD))
                .as("the old system proved none of the two: who holds the number need not know the password")
                .isFalse();
        assertThat(host.rows("select p.first_name from auth_profile p join auth_user u on u.id = p.user_id"
                        + " where u.phone = '+525512340004'"))
                .as("the rest came along")
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("first_name", "Ana"));
    }

    @Test
    void a_code_to_a_number_whose_address_was_made_up_brings_its_owner_in_with_the_password() {
        person(50, "phone", "'+525512340050'", "email", "'phone_525512340050@otp.local'");
        assertThat(app.signInByCode(auth, CodeIdentifier.phone("+525512340050")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(here(50)).isOne();
        assertThat(signsIn(auth, "+525512340050", WORD)).isTrue();
    }

    @Test
    void a_number_beside_a_verified_address_gets_no_message_and_brings_nobody_in() {
        person(51, "phone", "'+525512340051'");
        int before = app.sms.messages().size();
        Auth byCode = app.node(
                settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()),
                builder -> builder.legacy(fixture.migration()));
        for (Auth node : List.of(auth, byCode)) {
            app.clock.advance(Duration.ofMinutes(2));
            assertThat(MigrationFixture.requestCode(node, CodeIdentifier.phone("+525512340051")))
                    .isInstanceOf(Outcome.Done.class);
            app.clock.advance(Duration.ofMinutes(2));
            assertThat(node.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, "+525512340051", null)))
                    .isInstanceOf(Outcome.Done.class);
            MigrationFixture.deliver(node);
        }
        assertThat(app.sms.messages()).hasSize(before);
        Identifier number = IdentifierRules.standard().phone("+525512340051").orElseThrow();
        assertThat(fixture.migration().canImport(number)).isEqualTo(LegacyAccounts.Verdict.UNPROVEN);
        assertThat(fixture.migration().importOwner(number)).isEqualTo(LegacyAccounts.Verdict.NO_MATCH);
        assertThat(here(51)).isZero();
        assertThat(signsIn(auth, "+525512340051", WORD))
                .as("by the password, as there")
                .isTrue();
    }

    @Test
    void a_code_from_before_the_address_was_verified_there_brings_nobody_in() {
        person(52, "phone", "'+525512340052'", "is_verified", "false");
        CodeIdentifier phone = CodeIdentifier.phone("+525512340052");
        MigrationFixture.requestCode(auth, phone);
        MigrationFixture.deliver(auth);
        fixture.change(52, "is_verified = true");
        assertThat(MigrationFixture.enterCode(auth, phone, app.sms.lastCode("+525512340052")))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(here(52)).isZero();
    }

    @Test
    void a_stranger_cannot_register_on_a_number_of_somebody_who_has_not_come_over() {
        person(53, "phone", "'+525512340053'");
        Registration registration = new Registration(
                new Registration.Identifiers(null, "+525512340053", null),
                Secret.of("strangers-word-7731"),
                Person.UNKNOWN,
                true,
                new Registration.RegistrationClient("en", "192.0.2.9"));
        Auth open = app.node(
                settings -> settings.withSignUp(settings.signUp().allowPhoneOnly()),
                builder -> builder.legacy(fixture.migration()));
        assertThat(open.registrations().register(registration)).isInstanceOf(Outcome.Done.class);
        MigrationFixture.deliver(open);
        assertThat(host.count("select count(*) from auth_user where phone = '+525512340053'"))
                .isZero();
        assertThat(signsIn(auth, "+525512340053", WORD)).isTrue();
    }

    @Test
    void a_link_sent_to_the_old_number_brings_its_reader_in() {
        person(54, "phone", "'+525512340054'", "is_verified", "false");
        app.clock.advance(Duration.ofMinutes(2));
        auth.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, "+525512340054", null));
        MigrationFixture.deliver(auth);
        SentLink link = app.sms.lastLink("+525512340054");
        assertThat(auth.passwords()
                        .confirmReset(
                                new LinkProof(link.uid(), Secret.of(link.token())), Secret.of("fresh-harbour-2231")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(signsIn(auth, "+525512340054", "fresh-harbour-2231")).isTrue();
    }

    @Test
    void a_code_to_the_old_address_brings_its_owner_in() {
        person(5);
        assertThat(app.signInByCode(auth, CodeIdentifier.email(email(5)))).isInstanceOf(Outcome.Done.class);
        assertThat(here(5)).isOne();
    }

    @Test
    void a_link_for_a_new_password_brings_its_reader_in_and_nobody_before() {
        person(6);
        SentLink link = resetLink(6);
        assertThat(here(6)).isZero();
        LinkProof proof = new LinkProof(link.uid(), Secret.of(link.token()));
        assertThat(auth.passwords().confirmReset(proof, Secret.of("fresh-harbour-2231")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(signsIn(auth, email(6), "fresh-harbour-2231")).isTrue();
        assertThat(signsIn(auth, email(6), WORD)).isFalse();
        assertThat(auth.passwords().confirmReset(proof, Secret.of("third-harbour-2231")))
                .as("once")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void only_an_address_that_was_verified_there_counts_as_proven_before_its_owner_comes() {
        person(58);
        person(59, "is_verified", "false");
        Identifier verified = IdentifierRules.standard().email(email(58)).orElseThrow();
        Identifier unverified = IdentifierRules.standard().email(email(59)).orElseThrow();
        assertThat(fixture.migration().canImportProven(verified)).isEqualTo(LegacyAccounts.Verdict.MATCH);
        assertThat(fixture.migration().canImport(unverified)).isEqualTo(LegacyAccounts.Verdict.MATCH);
        assertThat(fixture.migration().canImportProven(unverified)).isEqualTo(LegacyAccounts.Verdict.UNPROVEN);
    }

    @Test
    void who_was_never_verified_there_needs_a_code_and_loses_the_password_with_it() {
        person(13, "is_verified", "false");
        assertThat(signsIn(auth, email(13), WORD)).isFalse();
        assertThat(here(13)).isZero();
        assertThat(app.signInByCode(auth, CodeIdentifier.email(email(13)))).isInstanceOf(Outcome.Done.class);
        assertThat(signsIn(auth, email(13), WORD)).as("it may be a stranger's").isFalse();
    }

    private SentLink resetLink(long id) {
        app.clock.advance(Duration.ofMinutes(2));
        ResetRequest request = new ResetRequest(IdentifierKind.EMAIL, email(id), null);
        assertThat(auth.passwords().requestReset(request)).isInstanceOf(Outcome.Done.class);
        MigrationFixture.deliver(auth);
        return app.email.lastLink(email(id));
    }
}
