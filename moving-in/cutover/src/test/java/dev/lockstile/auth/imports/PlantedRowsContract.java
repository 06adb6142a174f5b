package dev.lockstile.auth.imports;

import static dev.lockstile.auth.imports.PlantedRows.PLANTED;
import static dev.lockstile.auth.imports.PlantedRows.VICTIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows that an attacker has planted in an old system on the address of another user: by an import and by just-in-time
 * migration alike they open what they opened there, until the owner of the address comes.
 */
abstract class PlantedRowsContract extends PlantedRowsFixture {

    private static final String OWNERS = "the-owners-word-77";

    /** What is planted in systems that admit every user with a password. */
    static Stream<Arguments> planted() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                        planted(
                                way,
                                "fu_users",
                                () -> PlantedRows.fastApi().fu(1, VICTIM, PlantedRows.HASH, false, false)),
                        planted(way, "users", () -> PlantedRows.fastApi().second(1, "ceo", VICTIM, false)),
                        planted(way, "django", () -> PlantedRows.django().djangoUser(1, "ceo", VICTIM, false)),
                        planted(
                                way,
                                "older than the victim's own",
                                () -> PlantedRows.django()
                                        .djangoUser(1, "ceo", VICTIM, false)
                                        .djangoUser(2, "real", "CEO@acme.example", false))));
    }

    private static Arguments planted(Way way, String what, Supplier<PlantedRows> old) {
        return Arguments.argumentSet(what + " by " + way, way, old);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void a_planted_row_opens_until_the_owner_enters_a_code(Way way, Supplier<PlantedRows> system) {
        PlantedRows old = system.get();
        Auth auth = moved(way, old);
        SignIn planter = in(MigrationFixture.login(auth, VICTIM, PLANTED));
        assertThat(planter.user().identifiers().email().isVerified()).isFalse();

        UserInfo owner = app.signInByCode(auth, CodeIdentifier.email(VICTIM))
                .orElseThrow()
                .user();

        assertThat(owner.identifiers().email().isVerified()).isTrue();
        assertShut(auth, planter);
        assertStaysShut(auth, old);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void a_planted_row_opens_until_the_owner_uses_a_reset_link(Way way, Supplier<PlantedRows> system) {
        PlantedRows old = system.get();
        Auth auth = moved(way, old);
        SignIn planter = in(MigrationFixture.login(auth, VICTIM, PLANTED));
        app.clock.advance(Duration.ofMinutes(2));
        auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, VICTIM, null));
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(VICTIM);
        auth.passwords().confirmReset(new LinkProof(link.uid(), Secret.of(link.token())), Secret.of(OWNERS));
        assertShut(auth, planter);
        assertStaysShut(auth, old);
        assertThat(in(MigrationFixture.login(auth, VICTIM, OWNERS))
                        .user()
                        .identifiers()
                        .email()
                        .isVerified())
                .isTrue();
    }

    /** Whatever the old system says later on. */
    private void assertStaysShut(Auth auth, PlantedRows old) {
        run(old, ImportOptions.defaults());
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        boolean django = old.preset.name().equals("django");
        String table = django ? "auth_user" : "users";
        String hash = django ? "password" : "hashed_password";
        old.execute("update " + table + " set " + hash + " = '"
                + app.passwords().hasher().hash(Secret.of("a-newer-word-4417")) + "'");
        if (!django) {
            old.execute("update fu_users set hashed_password = '"
                    + app.passwords().hasher().hash(Secret.of("a-newer-word-4417")) + "'");
            old.second(9, "ceo9", VICTIM, true);
        }
        run(old, ImportOptions.defaults());
        assertThat(MigrationFixture.signsIn(auth, VICTIM, "a-newer-word-4417")).isFalse();
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_account_that_jb_drf_auth_refused_stays_shut_and_opens_by_a_code(Way way) {
        Auth auth = moved(way, PlantedRows.jb().jbUser(1, VICTIM, NUMBER, false));
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        assertThat(MigrationFixture.signsIn(auth, "user1", PLANTED)).isFalse();
        assertThat(app.signInByCode(auth, CodeIdentifier.email(VICTIM))).isInstanceOf(Outcome.Done.class);
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_number_beside_a_verified_address_of_jb_drf_auth_opens_by_the_password_alone(Way way) {
        Auth auth = moved(way, PlantedRows.jb().jbUser(1, "planter@evil.example", NUMBER, true));
        SignIn planter = in(MigrationFixture.login(auth, NUMBER, PLANTED));
        assertThat(planter.user().identifiers().email().isVerified()).isTrue();
        assertThat(planter.user().identifiers().phone().isVerified()).isFalse();
        app.clock.advance(Duration.ofMinutes(2));
        MigrationFixture.requestCode(auth, CodeIdentifier.phone(NUMBER));
        MigrationFixture.deliver(auth);
        assertThat(app.sms.messages()).isEmpty();
        assertThat(MigrationFixture.signsIn(auth, "planter@evil.example", PLANTED))
                .isTrue();
        assertThat(MigrationFixture.signsIn(auth, NUMBER, PLANTED)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void the_number_of_a_person_without_an_address_is_proven(Way way) {
        Auth auth = moved(way, PlantedRows.jb().jbUser(1, "phone_525512345678@otp.local", NUMBER, true));
        assertThat(in(MigrationFixture.login(auth, NUMBER, PLANTED))
                        .user()
                        .identifiers()
                        .phone()
                        .isVerified())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_invented_address_is_proven_by_nothing(Way way) {
        Auth auth = moved(way, PlantedRows.jb().jbUser(1, "phone_15550001111@otp.local", NUMBER, true));
        UserInfo user = in(MigrationFixture.login(auth, "user1", PLANTED)).user();
        assertThat(user.identifiers().anyVerified()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_unproven_second_row_opens_no_superuser(Way way) {
        Auth auth = moved(
                way,
                PlantedRows.fastApi().fu(1, VICTIM, "!disabled", true, true).second(2, "ceo", VICTIM, false));
        assertNothingOfTheSecond(auth);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void no_second_row_opens_a_superuser(Way way) {
        Auth auth = moved(
                way,
                PlantedRows.fastApi().fu(1, VICTIM, "!disabled", true, true).second(2, "ceo", VICTIM, true));
        assertNothingOfTheSecond(auth);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_unproven_second_row_opens_nobody(Way way) {
        Auth auth =
                moved(way, PlantedRows.fastApi().fu(1, VICTIM, "", true, false).second(2, "ceo", VICTIM, false));
        assertNothingOfTheSecond(auth);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_second_row_found_by_its_user_name_proves_nothing_by_an_address_of_its_own(Way way) {
        Auth auth = moved(
                way,
                PlantedRows.fastApi()
                        .fu(1, VICTIM, "!disabled", true, false)
                        .second(2, VICTIM, "planter@evil.example", true));
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        assertThat(MigrationFixture.signsIn(auth, "planter@evil.example", PLANTED))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_second_row_whose_address_was_proven_opens_an_account_without_a_password(Way way) {
        Auth auth = moved(
                way,
                PlantedRows.fastApi().fu(1, VICTIM, "!disabled", true, false).second(2, "ceo", VICTIM, true));
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isTrue();
        assertThat(MigrationFixture.signsIn(auth, "ceo", PLANTED)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_customer_row_with_a_number_of_a_stranger_opens_no_account_of_the_staff(Way way) {
        PlantedRows old =
                PlantedRows.django().djangoUser(1, "ceo", VICTIM, true).customer(2, VICTIM, NUMBER);
        Auth auth = moved(way, old);
        assertThat(MigrationFixture.signsIn(auth, "ceo", PLANTED)).isTrue();
        MigrationFixture.requestCode(auth, CodeIdentifier.phone(NUMBER));
        MigrationFixture.deliver(auth);
        assertThat(host.count("select count(*) from auth_user where phone is not null"))
                .isZero();
        assertThat(host.count("select count(*) from auth_user where is_superuser = true"))
                .isOne();
    }

    private void assertNothingOfTheSecond(Auth auth) {
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        assertThat(MigrationFixture.signsIn(auth, "ceo", PLANTED)).isFalse();
        app.signInByCode(auth, CodeIdentifier.email(VICTIM));
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        assertThat(host.count("select count(*) from auth_user where username is not null or password_hash is not null"))
                .isZero();
        assertThat(host.count("select count(*) from auth_profile where role = 'ADMIN'"))
                .isZero();
    }

    @Test
    void what_a_second_row_does_not_give_is_told() {
        ImportReport report = run(
                PlantedRows.fastApi()
                        .fu(1, VICTIM, "!disabled", true, true)
                        .second(2, "ceo", VICTIM, true)
                        .fu(3, "ann@example.com", "!disabled", true, false)
                        .second(4, "ann", "ann@example.com", false),
                ImportOptions.defaults());
        assertThat(report.warnings())
                .containsEntry("second_password_dropped", 2L)
                .containsEntry("second_row_unproven", 1L)
                .containsEntry("second_row_of_account_with_rights", 1L);
    }

    @Test
    void a_row_planted_after_the_move_gives_nothing_to_whoever_moved() {
        PlantedRows old =
                PlantedRows.fastApi().fu(1, VICTIM, "!disabled", true, true).fu(2, "a@b.example", "", true, false);
        run(old, ImportOptions.defaults());
        old.second(7, "ceo", VICTIM, true).second(8, "ann", "a@b.example", false);
        ImportReport again = run(old, ImportOptions.defaults());
        assertThat(again.warnings()).containsEntry("second_password_dropped", 2L);
        assertThat(host.count("select count(*) from auth_user where username is not null or password_hash is not null"))
                .isZero();
    }

    @Test
    void an_address_that_changed_over_there_keeps_no_mark_of_verification() {
        PlantedRows old = PlantedRows.jb().jbUser(1, "planter@evil.example", NUMBER, true);
        run(old, ImportOptions.defaults());
        old.execute("update a_user set email = '" + VICTIM + "'");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        old.execute("update a_user set is_staff = true");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        Auth auth = app.node(builder -> builder);
        SignIn planter = in(MigrationFixture.login(auth, VICTIM, PLANTED));
        assertThat(planter.user().identifiers().email().isVerified()).isFalse();
        app.signInByCode(auth, CodeIdentifier.email(VICTIM));
        assertShut(auth, planter);
    }

    @Test
    void an_address_that_was_proven_over_there_since_is_proven() {
        PlantedRows old = PlantedRows.jb().jbUser(1, VICTIM, NUMBER, false);
        run(old, ImportOptions.defaults());
        old.execute("update a_user set is_verified = true");
        run(old, ImportOptions.defaults());
        assertEqual(old);
        assertThat(in(MigrationFixture.login(app.node(builder -> builder), VICTIM, PLANTED))
                        .user()
                        .identifiers()
                        .email()
                        .isVerified())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void on_the_movers_word_an_admitted_address_is_proven(Way way) {
        PlantedRows old = PlantedRows.fastApi().fu(1, VICTIM, PlantedRows.HASH, false, false);
        Auth auth = moved(way, old, ImportOptions.defaults().withEmailsTrusted());
        SignIn in = in(MigrationFixture.login(auth, VICTIM, PLANTED));
        assertThat(in.user().identifiers().email().isVerified()).isTrue();
        app.signInByCode(auth, CodeIdentifier.email(VICTIM));
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isTrue();
    }

    @Test
    void the_movers_word_does_not_count_for_whom_the_old_system_refused() {
        run(
                PlantedRows.jb().jbUser(1, VICTIM, NUMBER, false),
                ImportOptions.defaults().withEmailsTrusted().withPhonesTrusted());
        assertThat(MigrationFixture.signsIn(app.node(builder -> builder), VICTIM, PLANTED))
                .isFalse();
    }

    @Test
    void the_report_counts_proven_and_admitted_and_repeats_the_movers_word() {
        PlantedRows old = PlantedRows.jb()
                .jbUser(1, VICTIM, NUMBER, true)
                .jbUser(2, "bob@example.com", "+525512345679", false)
                .jbUser(3, "phone_525512345670@otp.local", "+525512345670", true);
        ImportReport plan = run(old, ImportOptions.defaults().asDryRun());
        assertThat(plan.proofs())
                .containsEntry("email_proven", 1L)
                .containsEntry("email_unproven", 1L)
                .containsEntry("phone_proven", 1L)
                .containsEntry("phone_admitted", 1L)
                .containsEntry("phone_unproven", 1L)
                .containsEntry("trust_emails", false)
                .containsEntry("trust_phones", false);
        ImportReport trusting = run(old, ImportOptions.defaults().withPhonesTrusted());
        assertThat(trusting.proofs())
                .containsEntry("phone_proven", 2L)
                .doesNotContainKey("phone_admitted")
                .containsEntry("trust_phones", true);
        assertThat(trusting.toJson()).contains("\"trust_phones\": true");
        assertEqual(old);
    }
}
