package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.PurposeFixture.DESK;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.PICK_UP;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.REFUSED;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.message.MessageText;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.otp.PurposeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may receive and use a code of the host's own purpose, in which words, and on which terms. */
abstract class PurposeRecipientContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NEW = "new.ana@acme.example";
    private static final String GUEST = "guest@acme.example";

    private PurposeFixture shop;

    /** For those who extend it. */
    protected PurposeRecipientContract() {}

    @BeforeEach
    final void openShop() {
        shop = new PurposeFixture(fixture);
    }

    @Test
    void a_disabled_or_deleted_person_gets_no_code_and_uses_none() {
        UserId ana = shop.member(ANA);
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        fixture.auth.admin().disable(ana);
        assertThat(shop.verify(PICK_UP, challenge, code)).isEqualTo(REFUSED);
        Outcome<PurposeCodes.Issued> gone = Outcome.refused(Refusal.ACCOUNT_UNAVAILABLE);
        fixture.clock.advance(Duration.ofMinutes(2));
        assertThat(shop.issue(PICK_UP, Recipient.account(ana))).isEqualTo(gone);
        int letters = fixture.postbox.all().size();
        assertThat(shop.issue(VISIT, PurposeFixture.email(ANA))).isInstanceOf(Outcome.Done.class);
        assertThat(shop.auth.messages().dispatchDue()).isZero();
        assertThat(fixture.postbox.all()).as("a decoy").hasSize(letters);
        fixture.auth.admin().enable(ana);
        assertThat(shop.verify(PICK_UP, challenge, code)).as("ended for good").isEqualTo(REFUSED);
        fixture.auth.admin().delete(ana);
        assertThat(shop.issue(PICK_UP, Recipient.account(ana))).isEqualTo(gone);
    }

    @Test
    void a_person_without_a_proven_address_gets_no_code() {
        fixture.register(FlowFixture.registration("bob@acme.example", null, null));
        UserId ana = shop.member(ANA);
        assertThat(shop.issue(PICK_UP, PurposeFixture.bySms(ana)))
                .isEqualTo(Outcome.refused(Refusal.NO_PROVEN_ADDRESS));
        fixture.deliver();
        int letters = fixture.postbox.all().size();
        assertThat(shop.issue(PICK_UP, PurposeFixture.email("bob@acme.example")))
                .as("nothing tells that the address was not proven")
                .isInstanceOf(Outcome.Done.class);
        shop.auth.messages().dispatchDue();
        assertThat(fixture.postbox.all()).hasSize(letters);
        assertThat(shop.issue(DESK, PurposeFixture.email("bob@acme.example")))
                .as("the host is told, for it would send the code")
                .isEqualTo(Outcome.refused(Refusal.NO_PROVEN_ADDRESS));
    }

    @Test
    void an_address_without_an_account_gets_one_where_the_host_allows_it() {
        PurposeCodes.Issued sent =
                shop.issue(VISIT, PurposeFixture.email(GUEST)).orElseThrow();
        assertThat(shop.verify(VISIT, sent.challengeId(), shop.codeTo(GUEST)))
                .isEqualTo(Outcome.done(new PurposeCodes.Verified(null, Channel.EMAIL, GUEST)));
        int letters = fixture.postbox.all().size();
        PurposeCodes.Issued decoy =
                shop.issue(PICK_UP, PurposeFixture.email(GUEST)).orElseThrow();
        shop.auth.messages().dispatchDue();
        assertThat(fixture.postbox.all()).hasSize(letters);
        assertThat(shop.verify(PICK_UP, decoy.challengeId(), "00000000")).isEqualTo(REFUSED);
    }

    @Test
    void a_code_to_an_address_belongs_to_the_account_that_has_proven_it() {
        UserId ana = shop.member(ANA);
        PurposeCodes.Issued sent =
                shop.issue(VISIT, PurposeFixture.email("ANA@acme.example")).orElseThrow();
        assertThat(shop.verifyFor(ana, VISIT, sent.challengeId(), shop.codeTo(ANA)))
                .isEqualTo(Outcome.done(new PurposeCodes.Verified(ana, Channel.EMAIL, ANA)));
    }

    @Test
    void a_code_to_an_address_that_was_given_up_since_is_worth_nothing() {
        UserId ana = shop.member(ANA);
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        OwnAccount.Changed asked = fixture.auth
                .ownAccount()
                .update(caller, AccountChange.NONE.withEmail(NEW))
                .orElseThrow();
        String change = asked.pending().get(0).challengeId();
        assertThat(fixture.auth
                        .ownAccount()
                        .confirmChange(caller, new ChangeProof(change, Secret.of(fixture.codeTo(NEW)))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(shop.verify(PICK_UP, challenge, code)).isEqualTo(REFUSED);
    }

    @Test
    void what_is_no_address_and_a_channel_that_the_purpose_has_not_are_told() {
        assertThat(shop.issue(PICK_UP, PurposeFixture.email("nonsense")))
                .returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
        PurposeSettings texts = PurposeSettings.named("texts").by(Channel.SMS);
        Auth node = fixture.nodeWith(builder -> builder.purpose(texts));
        assertThat(node.codes("texts").issue(new PurposeCodes.Request(PurposeFixture.email(ANA), "", null, null)))
                .returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
        assertThat(node.codes("texts")
                        .issue(new PurposeCodes.Request(
                                Recipient.address(CodeIdentifier.phone("+525512345678")), "", null, null)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_names_its_purpose_in_a_language_that_has_a_name_and_tells_who_asked() {
        PurposeSettings own = PurposeSettings.named("release")
                .withName(Locale.forLanguageTag("es-MX"), "Entrega del pedido")
                .withName(Locale.FRENCH, "Livraison");
        Auth node = fixture.nodeWith(builder -> builder.purpose(own));
        Recipient ana = Recipient.account(shop.member(ANA));
        ClientEvidence browser = ClientEvidence.NONE.withBrowser("Chrome, Windows");
        node.codes("release")
                .issue(new PurposeCodes.Request(ana, "", "en", "203.0.113.9", browser))
                .orElseThrow();
        node.messages().dispatchDue();
        assertThat(fixture.postbox.lastTo(ANA).text())
                .contains("para confirmar «Entrega del pedido»:", "Pedido desde Chrome en Windows, 12:00 UTC.");
    }

    @Test
    void a_code_has_the_purposes_figures_and_words() {
        PurposeSettings own = PurposeSettings.named("release")
                .withDigits(10)
                .withTtl(Duration.ofMinutes(2))
                .withMaxAttempts(2)
                .withText(
                        Locale.ENGLISH, new MessageText("Release at {service}", "Release with\n\n{code}", "{code} EN"))
                .withText(
                        Locale.forLanguageTag("es-MX"),
                        new MessageText(
                                "Entrega de {service}", "Entrega con\n\n{code}\n\nVence en {expiry}.", "{code} ES"));
        Auth node = fixture.nodeWith(builder -> builder.purpose(own));
        UserId ana = shop.member(ANA);
        PurposeCodes.Issued sent = node.codes("release")
                .issue(new PurposeCodes.Request(Recipient.account(ana), "", "en", null))
                .orElseThrow();
        node.messages().dispatchDue();
        MessageInbox.Letter letter = fixture.postbox.lastTo(ANA);
        assertThat(letter.text())
                .as("the person's language")
                .isEqualTo("Entrega con\n\n" + letter.code()
                        + "\n\nVence en 2 minutos.\n\nRecibes este mensaje porque alguien"
                        + " escribió esta dirección en Acme.\n");
        assertThat(letter.code()).hasSize(10);
        assertThat(sent.validUntil()).isEqualTo(fixture.clock.instant().plus(Duration.ofMinutes(2)));
        for (int i = 0; i < 2; i++) {
            node.codes("release").verify(attempt(sent.challengeId(), FlowFixture.not(letter.code())));
        }
        assertThat(node.codes("release").verify(attempt(sent.challengeId(), letter.code())))
                .isEqualTo(REFUSED);
    }

    @Test
    void purposes_are_declared_once_under_names_that_the_store_keeps() {
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.auth.codes("pick-up"));
        for (String name : new String[] {"", "x", "LOGIN", "own:x", "pick up", "1st", "p".repeat(27)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> PurposeSettings.named(name));
        }
        MessageText silent = new MessageText("s", "no code", "no code");
        MessageText odd = new MessageText("s", "{code} {amount}", "{code}");
        assertThatIllegalArgumentException().isThrownBy(() -> PICK_UP.withText(Locale.ENGLISH, silent));
        assertThatIllegalArgumentException().isThrownBy(() -> PICK_UP.withText(Locale.ENGLISH, odd));
        assertThatThrownBy(() ->
                        fixture.nodeWith(builder -> builder.purpose(PICK_UP).purpose(PICK_UP)))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("purpose-twice");
    }

    private static PurposeCodes.Attempt attempt(String challenge, String code) {
        return new PurposeCodes.Attempt(challenge, Secret.of(code), "", null, FlowFixture.WEB);
    }
}
