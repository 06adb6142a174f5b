package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices greet the owner and tell when an act was done, to what, and by a session of which client. */
abstract class NoticeOriginContract extends FlowContract {

    private static final String BEN = "ben@acme.example";
    private static final String AGENT = "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 http://evil.example/";
    private static final ClientInfo BROWSER = new ClientInfo(ClientKind.WEB, null, "203.0.113.9", AGENT);
    private static final String CLIENT = """
            Cuándo: 1 de marzo de 2026.* 12:00 UTC
            Dispositivo: Chrome en Windows
            Sesión iniciada cerca de: Porto

            """;

    private Auth node;

    /** For those who extend it. */
    protected NoticeOriginContract() {}

    @BeforeEach
    final void openHost() {
        node = fixture.nodeWith(NoticeOriginContract::placed);
        fixture.member(BEN);
    }

    private static AuthBuilder placed(AuthBuilder builder) {
        return builder.places(
                (address, language) -> address.startsWith("203.") ? Optional.of("Porto") : Optional.empty());
    }

    @Test
    void a_change_of_the_password_tells_who_when_and_from_where() {
        node.passwords().change(signedIn(), Secret.of(FlowFixture.PASSWORD), Secret.of("walnut-lantern-2208"));
        assertThat(last())
                .startsWith("Hola, Ana:\n\n")
                .containsPattern("\n\n" + CLIENT)
                .doesNotContain("evil", "203.0");
    }

    @Test
    void a_factor_that_was_added_is_named() {
        Caller ben = signedIn();
        TotpEnrolment enrolment = done(node.secondFactors().beginTotp(ben));
        TotpGenerator app = TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
        done(node.secondFactors().confirmTotp(ben, enrolment.enrolmentId(), Secret.of(app.code())));
        assertThat(last()).containsPattern("\n\nQué: Aplicación de autenticación\n" + CLIENT);
    }

    @Test
    void a_new_address_is_told_shortened_at_the_old_one() {
        Caller ben = signedIn();
        String challenge = done(node.ownAccount().update(ben, AccountChange.NONE.withEmail("benito@new.example")))
                .pending()
                .get(0)
                .challengeId();
        Secret code =
                Secret.of(fixture.deliver().postbox.lastTo("benito@new.example").code());
        done(node.ownAccount().confirmChange(ben, new ChangeProof(challenge, code)));
        assertThat(last())
                .startsWith("Hola, Ana:\n\n")
                .containsPattern("\n\nNuevo: b•••@new.example\n" + CLIENT)
                .doesNotContain("benito");
    }

    @Test
    void a_new_name_to_sign_in_by_is_told() {
        done(node.ownAccount().update(signedIn(), AccountChange.NONE.withUsername("benito")));
        assertThat(last()).containsPattern("\n\nNuevo: benito\n" + CLIENT);
    }

    @Test
    void the_use_of_a_recovery_code_tells_who_when_and_from_where() {
        Caller ben = signedIn();
        List<Secret> codes = SecondFactorFixture.enrol(fixture, ben).recoveryCodes();
        SecondFactorChallenge asked = SecondFactorFixture.challenge(node.login().signIn(request()));
        Outcome<SignIn> in = node.secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(
                        asked.id(), new FactorProof.RecoveryCode(codes.get(0)), BROWSER, false));
        assertThat(last()).startsWith("Hola, Ana:\n\n").containsPattern("Quedan 9 códigos.\n\n" + CLIENT);

        int before = fixture.postbox.to(BEN).size();
        done(node.stepUp()
                .byFactor(fixture.caller(FlowFixture.signIn(in)), new FactorProof.RecoveryCode(codes.get(1))));
        assertThat(last()).startsWith("Hola, Ana:\n\n").containsPattern("Quedan 8 códigos.\n\n" + CLIENT);
        assertThat(fixture.postbox.to(BEN)).hasSize(before + 1);
    }

    @Test
    void a_deletion_tells_who_when_and_from_where() {
        done(node.ownAccount().delete(signedIn(), new DeletionProof.Password(Secret.of(FlowFixture.PASSWORD))));
        assertThat(last()).startsWith("Hola, Ana:\n\n").containsPattern("\n\n" + CLIENT);
    }

    @Test
    void a_site_that_was_linked_and_unlinked_is_named() {
        SocialSteps steps = SocialSteps.wired(fixture, NoticeOriginContract::placed);
        Caller ben = signedIn();
        steps.link(ben, steps.corp, "1", BEN);
        assertThat(last())
                .startsWith("Hola, Ana:\n\nSe conectó Corp a tu cuenta")
                .containsPattern("\n\n" + CLIENT);
        int before = fixture.postbox.to(BEN).size();
        done(steps.auth().social().unlink(ben, "corp", null));
        assertThat(last())
                .startsWith("Hola, Ana:\n\nSe desconectó Corp de tu cuenta")
                .containsPattern("\n\n" + CLIENT);
        assertThat(fixture.postbox.to(BEN)).hasSize(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "call 5512345678", "evil(dot)example/x", "ana@evil.example"})
    void a_name_that_may_lead_elsewhere_is_left_out(String name) {
        assertThat(toldAs(name)).startsWith("Hola:\n\n").doesNotContain(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J. R.", "O\u2019Neil", "Ana-Mar\u0131a", "\u0905\u0928\u0940\u0924\u093e"})
    void a_name_keeps_its_marks_and_signs(String name) {
        assertThat(toldAs(name)).startsWith("Hola, " + name + ":\n\n");
    }

    @Test
    void an_act_of_the_staff_tells_its_time_alone() {
        node.admin().requireNewPassword(signedIn().user());
        assertThat(last())
                .containsPattern("Cuándo: 1 de marzo de 2026.* 12:00 UTC\n\n")
                .doesNotContain("Dispositivo", "Porto");
    }

    /** The notice to a person whose session gave the profile that name. */
    private String toldAs(String name) {
        Caller ben = signedIn();
        ProfileId own = node.ownAccount().me(ben).orElseThrow().active().id();
        Profiles.Draft named = new Profiles.Draft(new Person(name, "Ruiz", null, null, null), "");
        done(node.profiles().update(ben, own, old -> named));
        done(node.ownAccount().update(ben, AccountChange.NONE.withUsername("benito")));
        return last();
    }

    private Caller signedIn() {
        return fixture.caller(FlowFixture.signIn(node.login().signIn(request())));
    }

    private static PasswordLogin.Request request() {
        return new PasswordLogin.Request(BEN, Secret.of(FlowFixture.PASSWORD), BROWSER);
    }

    private String last() {
        return fixture.deliver().postbox.lastTo(BEN).text();
    }
}
