package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an owner changes at once, and what the owner is told of it. */
abstract class OwnAccountContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NEW = "new.ana@acme.example";
    private static final Secret OLD = Secret.of(FlowFixture.PASSWORD);
    private static final Secret NEXT = Secret.of("copper-lantern-2208");

    private Caller ana;
    private int letters;

    /** For those who extend it. */
    protected OwnAccountContract() {}

    @BeforeEach
    final void signIn() {
        fixture.member(ANA);
        ana = fixture.caller(fixture.signedIn(ANA));
        letters = fixture.deliver().postbox.to(ANA).size();
    }

    @Test
    void a_changed_password_is_told_and_ends_the_open_codes() {
        fixture.requestCode(ANA);
        String code = fixture.codeTo(ANA);
        assertThat(fixture.auth.passwords().change(ana, OLD, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA))
                .as("the code, and the notice")
                .hasSize(letters + 2);
        assertThat(fixture.enterCode(CodeIdentifier.email(ANA), code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void a_new_user_name_is_told_to_the_proven_address() {
        assertThat(fixture.auth.ownAccount().update(ana, AccountChange.NONE.withUsername("ana")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(letters + 1);
    }

    @Test
    void terms_are_accepted_when_the_owner_says_so() {
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(fixture.auth.ownAccount().update(ana, AccountChange.NONE)).isInstanceOf(Outcome.Done.class);
        UserInfo invited = info();
        AccountChange accepts = new AccountChange(null, null, null, null, null, true);
        assertThat(fixture.auth.ownAccount().update(ana, accepts)).isInstanceOf(Outcome.Done.class);
        assertThat(info().dates().termsAcceptedAt())
                .as("the first acceptance stays")
                .isEqualTo(invited.dates().termsAcceptedAt())
                .isNotNull();
        AccountChange takesBack = new AccountChange(null, null, null, null, null, false);
        assertThat(fixture.auth.ownAccount().update(ana, takesBack))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("terms_and_conditions", "must_be_accepted"))));
    }

    @Test
    void an_invited_owner_accepts_the_terms_later() {
        fixture.people.admitted("bea@acme.example", null, null, FlowFixture.PASSWORD);
        Caller bea = fixture.caller(fixture.signedIn("bea@acme.example"));
        fixture.auth.ownAccount().update(bea, AccountChange.NONE);
        assertThat(accepted(bea)).isNull();
        fixture.auth.ownAccount().update(bea, new AccountChange(null, null, null, null, null, true));
        assertThat(accepted(bea)).isEqualTo(fixture.clock.instant());
    }

    @Test
    void a_language_is_one_that_there_is_and_a_time_zone_has_the_form_of_one() {
        assertThat(fixture.auth
                        .ownAccount()
                        .update(ana, AccountChange.NONE.withLanguage("und").withTimezone("Mars/../Olympus")))
                .isEqualTo(Outcome.invalid(List.of(
                        FieldProblem.of("language", "invalid_language"),
                        FieldProblem.of("timezone", "invalid_timezone"))));
        assertThat(fixture.auth.ownAccount().update(ana, AccountChange.NONE.withTimezone("America/Mexico_City")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(info().settings().string("timezone")).isEqualTo("America/Mexico_City");
        assertThat(fixture.auth
                        .ownAccount()
                        .update(ana, AccountChange.NONE.withLanguage("pt_BR").withTimezone("America/Newer_City")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(info().settings().string("language")).isEqualTo("pt-BR");
        assertThat(info().settings().string("timezone"))
                .as("newer than the zones of this JVM")
                .isEqualTo("America/Newer_City");
    }

    @Test
    void a_second_code_to_one_address_waits_for_the_cool_down() {
        AccountChange requested = AccountChange.NONE.withEmail(NEW);
        assertThat(fixture.auth.ownAccount().update(ana, requested)).isInstanceOf(Outcome.Done.class);
        Outcome.Refused<OwnAccount.Changed> early =
                (Outcome.Refused<OwnAccount.Changed>) fixture.auth.ownAccount().update(ana, requested);
        assertThat(early.why()).isEqualTo(Refusal.THROTTLED);
        assertThat(early.retryAt()).isEqualTo(fixture.clock.instant().plusSeconds(60));
        assertThat(fixture.deliver().postbox.to(NEW)).hasSize(1);
        fixture.clock.advance(Duration.ofSeconds(60));
        assertThat(fixture.auth.ownAccount().update(ana, requested)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(NEW)).hasSize(2);
    }

    @Test
    void a_reset_of_what_is_no_address_and_no_number_names_the_field() {
        assertThat(fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "none", null)))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("email", "invalid_email"))));
        assertThat(fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.PHONE, "12", null)))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("phone", "invalid_phone"))));
    }

    private @Nullable Instant accepted(Caller caller) {
        return fixture.store
                .read(tx -> tx.users().byId(caller.user()))
                .map(StoredUser::info)
                .orElseThrow()
                .dates()
                .termsAcceptedAt();
    }

    private UserInfo info() {
        return fixture.store
                .read(tx -> tx.users().byId(ana.user()))
                .map(StoredUser::info)
                .orElseThrow();
    }
}
