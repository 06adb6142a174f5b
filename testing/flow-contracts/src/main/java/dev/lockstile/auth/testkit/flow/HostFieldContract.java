package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host's own fields: taken in with the registration, changed by their owner, and of no other user. */
@Tag("columns")
abstract class HostFieldContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String BEA = "bea@acme.example";

    private Auth auth;

    /** For those who extend it. */
    protected HostFieldContract() {}

    @BeforeEach
    final void hostWithFields() {
        HostField company =
                HostField.text("company", 40).inAttribute(hostAttribute()).checkedBy(text -> !text.equals("nobody"));
        auth = fixture.nodeWith(builder -> builder.registrationFields(company)
                .accountFields(company)
                .profileFields(HostField.text("department", 40).inAttribute(hostAttribute())));
    }

    @Test
    void values_are_written_with_the_account() {
        Secret secret = accepted(registration(ANA, "Acme"));
        auth.registrations().confirmEmail(fixture.confirmation(ANA, secret));
        assertThat(company(ANA)).isEqualTo("Acme");
    }

    @Test
    void values_that_do_not_fit_open_no_account() {
        assertThat(problems(registration(ANA, "x".repeat(41)))).containsExactly("company:too_long");
        assertThat(problems(registration(ANA, "nobody"))).containsExactly("company:invalid");
        assertThat(problems(registration(ANA, 7L))).containsExactly("company:wrong_type");
        assertThat(problems(registration(ANA, "a\u0000b"))).containsExactly("company:invalid_characters");
        assertThat(fixture.deliver().postbox.all()).isEmpty();
    }

    @Test
    void a_field_that_is_not_declared_is_a_mistake_of_the_caller() {
        Registration planted = FlowFixture.registration(ANA, null, null).withHost(HostValues.of("role", "ADMIN"));
        assertThatThrownBy(() -> auth.registrations().register(planted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hook_sees_the_values_and_its_veto_takes_them_back() {
        fixture.doorkeeper.refuse("invitation_missing");
        auth.registrations().register(registration(ANA, "Acme"));
        fixture.doorkeeper.relent();
        Secret secret = accepted(registration(ANA, "Umbrella"));
        auth.registrations().confirmEmail(fixture.confirmation(ANA, secret));
        assertThat(company(ANA)).isEqualTo("Umbrella");
    }

    @Test
    void a_registration_on_an_account_that_is_there_writes_nothing() {
        Secret secret = accepted(registration(ANA, "Acme"));
        auth.registrations().confirmEmail(fixture.confirmation(ANA, secret));
        auth.registrations().register(registration(ANA, "Umbrella"));
        assertThat(company(ANA)).isEqualTo("Acme");
    }

    @Test
    void what_a_stranger_registered_goes_when_the_owner_proves_the_address() {
        List<UserId> opened = new ArrayList<>();
        auth.registrations().register(registration(ANA, "Umbrella"), account -> {
            opened.add(account.user().id());
            return Verdict.allow();
        });
        assertThat(auth.hostData().ofUser(opened.get(0)).value("company")).isEqualTo("Umbrella");
        Outcome<EmailConfirmation.Proven> result =
                auth.registrations().confirmEmail(EmailConfirmation.of(fixture.linkTo(ANA)));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        assertThat(auth.hostData().ofUser(opened.get(0)).value("company")).isNull();
    }

    @Test
    void an_owner_changes_the_own_account_and_no_other() {
        fixture.member(ANA);
        fixture.member(BEA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        AccountChange change = AccountChange.NONE.withHost(HostValues.of("company", "Acme"));
        assertThat(auth.ownAccount().update(ana, change)).isInstanceOf(Outcome.Done.class);
        assertThat(company(ANA)).isEqualTo("Acme");
        assertThat(company(BEA)).isNull();
        AccountChange other = AccountChange.NONE.withLanguage("pt");
        assertThat(auth.ownAccount().update(ana, other)).isInstanceOf(Outcome.Done.class);
        assertThat(company(ANA)).as("a field that is not sent stays").isEqualTo("Acme");
        AccountChange empties = AccountChange.NONE.withHost(HostValues.of("company", null));
        assertThat(auth.ownAccount().update(ana, empties)).isInstanceOf(Outcome.Done.class);
        assertThat(company(ANA)).isNull();
    }

    @Test
    void a_change_that_is_refused_writes_no_field() {
        fixture.member(ANA);
        fixture.member(BEA, "bea");
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        AccountChange taken = AccountChange.NONE.withUsername("bea").withHost(HostValues.of("company", "Acme"));
        assertThat(auth.ownAccount().update(ana, taken)).isInstanceOf(Outcome.Refused.class);
        AccountChange wrong = AccountChange.NONE.withLanguage("pt").withHost(HostValues.of("company", "nobody"));
        assertThat(auth.ownAccount().update(ana, wrong))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(company(ANA)).isNull();
    }

    @Test
    void a_session_that_is_over_changes_no_field() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        auth.sessions().logoutAll(ana);
        AccountChange change = AccountChange.NONE.withHost(HostValues.of("company", "Acme"));
        assertThat(auth.ownAccount().update(ana, change)).isInstanceOf(Outcome.Refused.class);
        assertThat(company(ANA)).isNull();
    }

    @Test
    void a_profile_has_fields_of_its_own() {
        fixture.member(ANA);
        fixture.member(BEA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        Caller bea = fixture.caller(fixture.signedIn(BEA));
        Outcome<ProfileInfo> made = auth.profiles().create(ana, draft("sales"));
        ProfileId profile = made.orElseThrow().id();
        assertThat(department(profile)).isEqualTo("sales");
        assertThat(auth.profiles().update(bea, profile, same -> draft("stolen")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(department(profile)).isEqualTo("sales");
        auth.profiles().update(ana, profile, same -> draft("legal"));
        assertThat(department(profile)).isEqualTo("legal");
        assertThatThrownBy(() -> auth.profiles().update(ana, profile, same -> draft("x".repeat(41))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(department(profile)).isEqualTo("legal");
        assertThatThrownBy(() -> auth.profiles().create(ana, draft("x".repeat(41))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Profiles.Draft draft(String department) {
        return new Profiles.Draft(Person.UNKNOWN, "work", HostValues.of("department", department));
    }

    private @Nullable Object department(ProfileId profile) {
        HostValues values = auth.hostData().ofProfiles(Set.of(profile)).get(profile);
        return values == null ? null : values.value("department");
    }

    private static Registration registration(String email, Object company) {
        return FlowFixture.registration(email, null, null).withHost(HostValues.of("company", company));
    }

    private Secret accepted(Registration registration) {
        Outcome<Registration.Accepted> result = auth.registrations().register(registration);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow().registration();
    }

    private List<String> problems(Registration registration) {
        Outcome<Registration.Accepted> result = auth.registrations().register(registration);
        assertThat(result).returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        return ((Outcome.Refused<Registration.Accepted>) result)
                .problems().stream().map(HostFieldContract::text).toList();
    }

    private static String text(FieldProblem problem) {
        return problem.field() + ":" + problem.code();
    }

    private @Nullable Object company(String login) {
        UserId user = fixture.signedIn(login).user().id();
        return auth.hostData().ofUser(user).value("company");
    }
}
